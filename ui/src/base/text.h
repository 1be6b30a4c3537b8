// The core's English sentences and labels in the language of the window.
//
// Contexts, as the core's headers document them: "core" (messages), "params", "adversaries", "phases", "states",
// "attacks", "data"; the window's own "events"; "metrics" are in metrictext.h. GUI thread, after the translators are
// installed.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "sparring/adversaries.h"
#include "sparring/error.h"
#include "sparring/images.h"
#include "sparring/params.h"
#include "sparring/trainer.h"

namespace sparring::ui {

/// The sentence translated, then its places filled.
QString text(const Message& message);
/// The cause, then the hint on a line of its own where there is one.
QString text(const Error& error);

QString label(const ParamRow& row);
QString help(const ParamRow& row);
QString group(const ParamRow& row);
QString unit(const ParamRow& row);
QString brief(const ParamRow& row);  ///< the label where the row has nothing shorter
QString label(const Choice& choice);
QString label(const AdversaryInfo& adversary);
QString help(const AdversaryInfo& adversary);
QString label(Phase phase);
QString label(State state);

/// A phase by the name events carry ("gan"); an unknown name comes back as it is.
QString phaseLabel(const std::string& name);

/// What happened, in a line: "λ = 2", "Phase: duel", "Start".
QString eventText(const Event& event);
/// An edit as a mark in a plot: "G rate 0.002".
QString briefText(const Event& edit);

/// "FGSM, ε = 0.1" for "fgsm:eps=0.1"; what cannot be read comes back as it is.
QString attackLabel(const std::string& attack);

/// A menu's text as a title: "Curves" for "&Curves", 曲线 for 曲线(&C).
QString withoutMnemonic(QString text);
/// What a class is called: "Ankle boot", "7".
QString className(const ImageKind& kind, int c);

/// A value for readouts: three or four significant digits, in the window's locale.
QString localNumber(double value);
/// "λ = 1": a classifier, by the weight that it was trained with.
QString lambdaName(double lambda);
/// "28 × 28, 60,000 + 10,000 images, 10 classes": what data are.
QString dataText(const Dataset& data);
/// A share in [0,1] as "97.3 %".
QString percentText(double share, int decimals = 1);
/// A step with the locale's group separators: "12,345".
QString stepText(qint64 step);
/// " (nearest picture)" where a picture is of another step than the one looked at; none: the newest.
QString nearestPicture(int64_t step, std::optional<int64_t> looked);

}  // namespace sparring::ui
