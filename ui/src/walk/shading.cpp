#include "walk/shading.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"

namespace sparring::ui {
namespace {

constexpr double kTint = 0.42;  ///< how much of a colour is in a ground: ink stays legible on it

constexpr double kFirstHue = 0.58;  ///< a blue: red is for what is wrong

}  // namespace

// Hues by the golden ratio: well apart whatever the number of classes.
QColor classColour(int c, theme::Tone tone) {
  const double turns = kFirstHue + c * std::numbers::phi;
  return QColor::fromHslF(float(turns - std::floor(turns)), tone == theme::Tone::Light ? 0.85f : 0.6f,
                          tone == theme::Tone::Light ? 0.5f : 0.55f);
}

QColor Shading::ground(const DrawnImages& drawn, size_t i, theme::Tone tone) const {
  const QColor paper = theme::paper(tone);
  switch (shade) {
    case Shade::Verdict:
      return theme::mix(paper, classColour(drawn.opinions.verdict(i, lane), tone), kTint);
    case Shade::Score: {
      if (drawn.opinions.scores.empty()) return paper;
      const double share = (double(drawn.opinions.scores[i]) - scale.fake) / (scale.real - scale.fake);
      return theme::mix(paper, theme::accent(tone), 1.4 * kTint * std::clamp(share, 0.0, 1.0));
    }
    case Shade::Fools:
      return marked(drawn, i) ? theme::mix(paper, theme::bad(tone), kTint) : paper;
    case Shade::Plain:
      break;
  }
  return paper;
}

QString Shading::sign(const DrawnImages& drawn, size_t i) const {
  if (shade == Shade::Score && !drawn.opinions.scores.empty())
    return QLocale().toString(double(drawn.opinions.scores[i]), 'f', 1);
  if (shade == Shade::Verdict || marked(drawn, i)) return className(kind, drawn.opinions.verdict(i, lane));
  return {};
}

bool Shading::marked(const DrawnImages& drawn, size_t i) const { return shade == Shade::Fools && drawn.fools(i, lane); }

}  // namespace sparring::ui
