#include "map/mapgroups.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr std::array kMargins = {-2.0, 0.0, 2.0, 5.0, 10.0};  ///< between the groups
constexpr int kMarginGroups = int(kMargins.size()) + 1;
constexpr int kHues = 12;

QString mapText(const char* text) { return QCoreApplication::translate("map", text); }

/// Neighbouring classes are far apart in hue or in lightness.
QColor classColour(int c, int classes, theme::Tone tone) {
  if (classes <= theme::kLines) return theme::line(c, tone);
  const int hues = std::min((classes + 1) / 2, kHues);
  const double hue = std::fmod(double(c / 2 % hues) / hues + 0.02 + 0.5 * (c / 2 / hues) / hues, 1.0);
  const bool dark = tone == theme::Tone::Dark;
  const double lightness = c % 2 == 0 ? (dark ? 0.72 : 0.34) : (dark ? 0.48 : 0.56);
  return QColor::fromHslF(float(hue), c % 2 == 0 ? 0.75f : 0.6f, float(lightness));
}

}  // namespace

int MapGroups::count() const {
  switch (colouring_) {
    case MapColouring::Class:
      return kind_.classes;
    case MapColouring::Verdict:
      return 2;
    case MapColouring::Margin:
      return kMarginGroups;
  }
  return 0;
}

int MapGroups::of(const Features& features, size_t i) const {
  switch (colouring_) {
    case MapColouring::Class:
      return features.labels[i];
    case MapColouring::Verdict:
      return features.right(int64_t(i)) ? 0 : 1;
    case MapColouring::Margin: {
      // below 0 is an error, and 0 itself hangs on which of two equal logits comes first
      const double margin = features.margins[i];
      const auto group = int(std::ranges::upper_bound(kMargins, margin) - kMargins.begin());
      return features.right(int64_t(i)) ? std::max(group, 2) : std::min(group, 1);
    }
  }
  return 0;
}

QString MapGroups::name(int group) const {
  const auto number = [](double value) { return QLocale().toString(value); };
  switch (colouring_) {
    case MapColouring::Class:
      return className(kind_, group);
    case MapColouring::Verdict:
      return group == 0 ? mapText(QT_TRANSLATE_NOOP("map", "read rightly"))
                        : mapText(QT_TRANSLATE_NOOP("map", "misread"));
    case MapColouring::Margin:
      if (group == 0) return mapText(QT_TRANSLATE_NOOP("map", "margin below %1")).arg(number(kMargins.front()));
      if (group == kMarginGroups - 1)
        return mapText(QT_TRANSLATE_NOOP("map", "margin from %1")).arg(number(kMargins.back()));
      return mapText(QT_TRANSLATE_NOOP("map", "margin %1 to %2"))
          .arg(number(kMargins[size_t(group) - 1]), number(kMargins[size_t(group)]));
  }
  return {};
}

QColor MapGroups::colour(int group, theme::Tone tone) const {
  switch (colouring_) {
    case MapColouring::Class:
      return classColour(group, kind_.classes, tone);
    case MapColouring::Verdict:
      return group == 0 ? theme::good(tone) : theme::bad(tone);
    case MapColouring::Margin:
      return theme::lane(kMarginGroups - 1 - group, kMarginGroups, tone);
  }
  return {};
}

MapGroups::Reads MapGroups::reads(int group) const {
  switch (colouring_) {
    case MapColouring::Class:
      return Reads::Either;
    case MapColouring::Verdict:
      return group == 0 ? Reads::Rightly : Reads::Wrongly;
    case MapColouring::Margin:
      return group < 2 ? Reads::Wrongly : Reads::Rightly;
  }
  return Reads::Either;
}

}  // namespace sparring::ui
