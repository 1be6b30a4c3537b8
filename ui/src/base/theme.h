// Colours of the window in a light and a dark tone, and the style that uses them. GUI thread only.
#pragma once

#include <QColor>
#include <QObject>
#include <vector>

#include "sparring/metrics.h"

class QApplication;

namespace sparring::theme {

/// What the user chose. System takes the tone of the desktop's own palette.
enum class Mode { System, Light, Dark };

/// What is drawn. Exports and reports are drawn in Light whatever the window shows.
enum class Tone { Light, Dark };

/// Sets Fusion, the palette and a small style sheet. May be called again at any time: every widget gets
/// QEvent::PaletteChange, and notifier() emits changed().
void apply(QApplication& app, Mode mode);

/// The size of all text, in percent of the desktop's; kLeastText to kMostText, others are brought within. May be called
/// again at any time.
void setTextSize(QApplication& app, int percent);
int textSize();
inline constexpr int kLeastText = 70, kUsualText = 100, kMostText = 250;

Mode mode();
Tone tone();

/// Tells when the tone has changed, for what is not a widget or caches pictures.
class Notifier : public QObject {
  Q_OBJECT
 Q_SIGNALS:
  void changed();
};
Notifier& notifier();

// Roles. Text roles (ink, muted, good, bad, warning, accent) keep WCAG AA (4.5 : 1) on paper.
QColor ink(Tone tone = tone());      ///< text and digits' ink
QColor paper(Tone tone = tone());    ///< plots, tiles, entry fields
QColor panel(Tone tone = tone());    ///< the window around them
QColor grid(Tone tone = tone());     ///< grid lines, frames
QColor muted(Tone tone = tone());    ///< secondary text, axis labels
QColor accent(Tone tone = tone());   ///< selection, focus, links
QColor good(Tone tone = tone());     ///< a right verdict
QColor bad(Tone tone = tone());      ///< a wrong verdict
QColor warning(Tone tone = tone());  ///< something to look at

/// Colour-blind-safe line colours (after Okabe and Ito), distinguishable in both tones. 0 <= i < kLines.
constexpr int kLines = 8;
QColor line(int i, Tone tone = tone());

/// The line colours of metrics in one plot: each has that of its role, or, where another has it already, a free one
/// while there are any.
std::vector<int> linesOf(const std::vector<Metric>& metrics);

/// The colour of a metric that is alone of its role.
QColor series(Metric metric, Tone tone = tone());

/// Lane k of n on one scale, from cool (first λ) to warm (last λ). `n` >= 1, 0 <= k < n.
QColor lane(int k, int n, Tone tone = tone());

/// Straight mix: 0 gives `a`, 1 gives `b`.
QColor mix(const QColor& a, const QColor& b, double share);

/// The colour with an opacity in [0,1].
QColor faded(QColor colour, double opacity);

/// WCAG 2 contrast ratio of two opaque colours, 1..21.
double contrast(const QColor& a, const QColor& b);

}  // namespace sparring::theme
