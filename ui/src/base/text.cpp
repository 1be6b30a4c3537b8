#include "base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "base/attacktext.h"
#include "sparring/model.h"
#include "sparring/phases.h"

namespace sparring::ui {
namespace {

QString translated(const char* context, const std::string& english) {
  return english.empty() ? QString() : QCoreApplication::translate(context, english.c_str());
}

QString commandText(const Event& event) {
  if (event.key == "start") return QCoreApplication::translate("events", "Start");
  if (event.key == "pause") return QCoreApplication::translate("events", "Pause");
  if (event.key == "stop") return QCoreApplication::translate("events", "Stop");
  if (event.key != "step") return QString::fromStdString(event.key);
  if (event.value == learningName(Learning::Classifiers))
    return QCoreApplication::translate("events", "Single step of the classifiers alone");
  if (event.value == learningName(Learning::Generator))
    return QCoreApplication::translate("events", "Single step of the generator alone");
  if (event.value == learningName(Learning::Discriminator))
    return QCoreApplication::translate("events", "Single step of the discriminator alone");
  return QCoreApplication::translate("events", "Single step");
}

}  // namespace

QString text(const Message& message) {
  QString sentence = translated("core", message.text);
  // one pass over the sentence: an argument that itself holds "%2" (a file name may) must not be filled again
  QString result;
  for (qsizetype i = 0; i < sentence.size(); ++i) {
    const int place = i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
    if (sentence[i] == u'%' && place >= 1 && size_t(place) <= message.args.size()) {
      result += QString::fromStdString(message.args[size_t(place - 1)]);
      ++i;
    } else {
      result += sentence[i];
    }
  }
  return result;
}

QString text(const Error& error) {
  const QString cause = text(error.cause()), hint = text(error.hint());
  return hint.isEmpty() ? cause : cause + u'\n' + hint;
}

QString label(const ParamRow& row) { return translated("params", row.label); }
QString help(const ParamRow& row) { return translated("params", row.help); }
QString group(const ParamRow& row) { return translated("params", row.group); }
QString unit(const ParamRow& row) { return translated("params", row.unit); }
QString brief(const ParamRow& row) { return row.brief.empty() ? label(row) : translated("params", row.brief); }
QString label(const Choice& choice) { return translated(choice.context.c_str(), choice.label); }
QString label(const AdversaryInfo& adversary) { return translated("adversaries", adversary.label); }
QString help(const AdversaryInfo& adversary) { return translated("adversaries", adversary.help); }

QString label(Phase phase) { return translated("phases", phaseLabel(phase)); }
QString label(State state) { return translated("states", stateName(state)); }
QString phaseLabel(const std::string& name) {
  const auto phase = phaseNamed(name);
  return phase ? label(*phase) : QString::fromStdString(name);
}

QString eventText(const Event& event) {
  switch (event.kind) {
    case Event::Kind::Edit: {
      const QString value = QString::fromStdString(event.value);
      try {
        return QString("%1 = %2").arg(label(paramRow(event.key)), value);
      } catch (const Error&) {  // a run of another version
        return QString("%1 = %2").arg(QString::fromStdString(event.key), value);
      }
    }
    case Event::Kind::Phase:
      return QCoreApplication::translate("events", "Phase: %1").arg(phaseLabel(event.key));
    case Event::Kind::Command:
      return commandText(event);
    case Event::Kind::Warning:
      return text(event.message);
  }
  return {};
}

QString briefText(const Event& edit) {
  QString name = QString::fromStdString(edit.key);
  try {
    name = brief(paramRow(edit.key));
  } catch (const Error&) {  // a run of another version: its key will do
  }
  return name + u' ' + QString::fromStdString(edit.value);
}

QString withoutMnemonic(QString text) {
  static const QRegularExpression inBrackets(QStringLiteral("\\(&.\\)"));
  return text.remove(inBrackets).remove(u'&');
}

QString attackLabel(const std::string& attack) {
  try {
    const AttackSpec spec = parseAttack(attack);
    const AttackInfo& info = attackInfo(spec.name);
    QString result = attackName(spec.name);
    for (const AttackInfo::Value& row : info.values) {
      const double value = spec.values.at(row.key);
      // beside the strength only what is unusual is worth a word
      if (&row != &info.strength() && value == row.standard) continue;
      result += QStringLiteral(", %1 = %2").arg(symbol(row), localNumber(value));
    }
    return result;
  } catch (const Error&) {
    return QString::fromStdString(attack);
  }
}

QString className(const ImageKind& kind, int c) { return QCoreApplication::translate("data", kind.nameOf(c).c_str()); }

QString localNumber(double value) {
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-3 || size >= 1e6)) return QLocale().toString(value, 'e', 2);
  return QLocale().toString(value, 'g', size >= 1000 ? 6 : 4);
}

QString lambdaName(double lambda) { return QStringLiteral("λ = %1").arg(localNumber(lambda)); }

QString dataText(const Dataset& data) {
  return QCoreApplication::translate("data", "%1 × %2, %3 + %4 images, %5 classes")
      .arg(data.kind().height)
      .arg(data.kind().width)
      .arg(stepText(data.train.count()), stepText(data.test.count()))
      .arg(data.kind().classes);
}

QString percentText(double share, int decimals) {
  return QStringLiteral("%1 %").arg(QLocale().toString(share * 100, 'f', decimals));
}

QString stepText(qint64 step) { return QLocale().toString(step); }

QString nearestPicture(int64_t step, std::optional<int64_t> looked) {
  if (step == looked.value_or(step)) return {};
  return u' ' + QCoreApplication::translate("events", "(nearest picture)");
}

}  // namespace sparring::ui
