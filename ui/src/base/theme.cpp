#include "base/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>

namespace sparring::theme {
namespace {

Mode currentMode = Mode::System;
Tone currentTone = Tone::Light;
int currentText = kUsualText;  // percent

QColor pick(Tone tone, QRgb light, QRgb dark) { return QColor::fromRgb(tone == Tone::Light ? light : dark); }

/// The desktop's own tone: what is left of the palette once ours is taken away.
Tone systemTone() {
  QApplication::setPalette(QPalette());
  const QPalette palette = QApplication::palette();
  return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF() ? Tone::Dark
                                                                                                         : Tone::Light;
}

QPalette makePalette(Tone tone) {
  const QColor ink = theme::ink(tone), paper = theme::paper(tone), panel = theme::panel(tone);
  const QColor faint = mix(theme::muted(tone), panel, 0.4);
  const QColor button = tone == Tone::Light ? paper : mix(panel, ink, 0.07);
  QPalette p;
  p.setColor(QPalette::Window, panel);
  p.setColor(QPalette::WindowText, ink);
  p.setColor(QPalette::Base, paper);
  p.setColor(QPalette::AlternateBase, mix(paper, ink, 0.03));
  p.setColor(QPalette::Text, ink);
  p.setColor(QPalette::PlaceholderText, theme::muted(tone));
  p.setColor(QPalette::Button, button);
  p.setColor(QPalette::ButtonText, ink);
  p.setColor(QPalette::BrightText, theme::bad(tone));
  p.setColor(QPalette::ToolTipBase, mix(paper, ink, 0.06));
  p.setColor(QPalette::ToolTipText, ink);
  p.setColor(QPalette::Highlight, theme::accent(tone));
  p.setColor(QPalette::HighlightedText, tone == Tone::Light ? paper : theme::panel(tone));
  p.setColor(QPalette::Link, theme::accent(tone));
  p.setColor(QPalette::LinkVisited, theme::accent(tone));
  // Fusion draws its bevels from these; near the panel they make it flat
  p.setColor(QPalette::Light, mix(panel, paper, 0.6));
  p.setColor(QPalette::Midlight, mix(panel, ink, 0.05));
  p.setColor(QPalette::Mid, mix(panel, ink, 0.18));
  p.setColor(QPalette::Dark, mix(panel, ink, 0.28));
  p.setColor(QPalette::Shadow, mix(panel, ink, 0.4));
  for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    p.setColor(QPalette::Disabled, role, faint);
  p.setColor(QPalette::Disabled, QPalette::Highlight, mix(panel, ink, 0.18));
  p.setColor(QPalette::Disabled, QPalette::Base, panel);
  return p;
}

/// What a palette cannot say. Lengths come from the font, so that they grow with it.
QString makeStyleSheet(Tone tone, const QFont& font) {
  const double em = QFontMetricsF(font).height();
  const auto px = [em](double share) { return QString::number(std::max(1, int(std::lround(share * em)))) + "px"; };
  const QString sheet = QStringLiteral(R"(
QToolTip { color: %ink; background: %tip; border: 1px solid %edge; padding: %s; }
QMenu { border: 1px solid %edge; }
QToolBar { background: %panel; border: none; border-bottom: 1px solid %edge; padding: %s; spacing: %s; }
QToolBar::separator { background: %edge; width: 1px; margin: %s; }
QToolButton { color: %ink; background: %button; border: 1px solid %edge; border-radius: %r; padding: %s %m; }
QToolBar QToolButton { background: transparent; border-color: transparent; }
QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; }
QToolButton:hover, QToolBar QToolButton:hover { background: %hover; }
QToolButton:pressed, QToolButton:checked, QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: %press; }
QToolButton:focus, QToolBar QToolButton:focus { border-color: %accent; }
QToolButton:disabled { color: %faint; }
QToolButton[tight="true"] { padding: 0; }
QToolButton[popupMode="1"] { padding-right: %l; }
QToolButton::menu-indicator { image: none; }
QGroupBox { border: none; border-top: 1px solid %edge; margin-top: %l; padding-top: %s; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding-right: %m; color: %ink; }
QHeaderView { background: %panel; }
QHeaderView::section { background: %panel; color: %muted; border: none; border-bottom: 1px solid %edge; padding: %s %m; }
QTableView, QTreeView, QListView { border: none; gridline-color: %edge; }
QSlider:horizontal { min-height: %h; }
QSlider::groove:horizontal { height: %t; border-radius: %u; background: %edge; }
QSlider::sub-page:horizontal { border-radius: %u; background: %accent; }
QSlider::handle:horizontal { width: %k; margin: -%v 0; border-radius: %w; background: %paper; border: %f solid %accent; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: %accent; }
QSlider::sub-page:horizontal:disabled { background: %edge; }
QSlider::handle:horizontal:disabled { border-color: %edge; background: %panel; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: %b; }
QScrollBar:horizontal { height: %b; }
QScrollBar::handle { background: %thumb; border-radius: %c; margin: 1px; }
QScrollBar::handle:vertical { min-height: %l; }
QScrollBar::handle:horizontal { min-width: %l; }
QScrollBar::handle:hover { background: %muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton#partTitle { text-align: left; border: none; padding: 0; color: %ink; }
QPushButton#partTitle:hover, QPushButton#partTitle:focus { color: %accent; }
QTabBar#pageGroups::tab { border: none; border-bottom: 2px solid transparent; color: %muted; padding: %s %n; }
QTabBar#pageGroups::tab:hover { color: %ink; }
QTabBar#pageGroups::tab:selected { color: %ink; border-bottom-color: %accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: %edge; }
)");
  // groove thickness and handle width in whole pixels, so that the handle stays round
  const int groove = std::max(3, int(std::lround(0.22 * em))), handle = groove + 2 * int(std::lround(0.26 * em));
  const int frame = std::max(1, int(std::lround(0.1 * em)));
  const int bar = std::max(6, int(std::lround(0.45 * em)));
  const auto whole = [](int n) { return QString::number(n) + "px"; };
  const std::pair<const char*, QString> words[] = {
      {"%accent", theme::accent(tone).name()},
      {"%panel", theme::panel(tone).name()},
      {"%paper", theme::paper(tone).name()},
      {"%muted", theme::muted(tone).name()},
      {"%faint", mix(theme::muted(tone), theme::panel(tone), 0.4).name()},
      {"%hover", mix(theme::panel(tone), theme::ink(tone), 0.08).name()},
      {"%press", mix(theme::panel(tone), theme::accent(tone), 0.22).name()},
      {"%edge", mix(theme::panel(tone), theme::ink(tone), 0.14).name()},
      {"%thumb", mix(theme::panel(tone), theme::ink(tone), 0.25).name()},
      {"%button",
       tone == Tone::Light ? theme::paper(tone).name() : mix(theme::panel(tone), theme::ink(tone), 0.05).name()},
      {"%tip", mix(theme::paper(tone), theme::ink(tone), 0.06).name()},
      {"%ink", theme::ink(tone).name()},
      {"%s", px(0.18)},
      {"%m", px(0.4)},
      {"%l", px(1.0)},
      {"%n", px(0.6)},
      {"%r", px(0.28)},
      {"%h", whole(handle + 4)},
      {"%t", whole(groove)},
      {"%u", whole(groove / 2)},
      {"%k", whole(handle - 2 * frame)},
      {"%v", whole((handle - groove) / 2)},
      {"%w", whole(handle / 2)},
      {"%f", whole(frame)},
      {"%b", whole(bar + 2)},
      {"%c", whole(bar / 2)},
  };
  QString result = sheet;
  for (const auto& [word, value] : words) result.replace(QLatin1String(word), value);
  return result;
}

int lineOf(MetricRow::Role role) {
  switch (role) {
    case MetricRow::Role::Original:
      return 0;
    case MetricRow::Role::Adversarial:
      return 1;
    case MetricRow::Role::Sum:
      return 2;
    case MetricRow::Role::Discriminator:
    case MetricRow::Role::Corrupted:
      return 3;
    case MetricRow::Role::Generator:
      return 4;
  }
  return 0;
}

/// Piecewise linear through evenly spaced stops, `at` in [0,1].
template <size_t N>
QColor along(const std::array<QRgb, N>& stops, double at) {
  const double position = std::clamp(at, 0.0, 1.0) * (N - 1);
  const size_t i = std::min(size_t(position), N - 2);
  return mix(QColor::fromRgb(stops[i]), QColor::fromRgb(stops[i + 1]), position - double(i));
}

constexpr double kTabPadding = 0.8;  ///< both sides of a tab, in heights of the font

/// Fusion draws the edges of boxes and fields in a shade of the window's colour that nobody sees on a dark one, and
/// pads tabs so that not all of ours find room on a small screen.
class EdgeStyle : public QProxyStyle {
 public:
  EdgeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
    if (metric == PM_TabBarTabHSpace && widget) return int(kTabPadding * widget->fontMetrics().height());
    return QProxyStyle::pixelMetric(metric, option, widget);
  }

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_FrameLineEdit;
    if (box || element == PE_IndicatorRadioButton) drawEdge(option, painter, box);
  }

  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox) drawEdge(option, painter, true);
  }

 private:
  static void drawEdge(const QStyleOption* option, QPainter* painter, bool box) {
    if (currentTone != Tone::Dark || option->state & State_HasFocus) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(mix(theme::panel(currentTone), theme::ink(currentTone), 0.4));
    painter->setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (box)
      painter->drawRoundedRect(frame, 2, 2);
    else
      painter->drawEllipse(frame);
    painter->restore();
  }
};

}  // namespace

void apply(QApplication& app, Mode mode) {
  currentMode = mode;
  app.setStyle(new EdgeStyle);
  currentTone = mode == Mode::Dark ? Tone::Dark : mode == Mode::Light ? Tone::Light : systemTone();
  app.setPalette(makePalette(currentTone));
  app.setStyleSheet(makeStyleSheet(currentTone, app.font()));
  Q_EMIT notifier().changed();
}

void setTextSize(QApplication& app, int percent) {
  static const QFont usual = app.font();
  currentText = std::clamp(percent, kLeastText, kMostText);
  QFont font = usual;
  if (usual.pointSizeF() > 0)
    font.setPointSizeF(usual.pointSizeF() * currentText / 100);
  else
    font.setPixelSize(usual.pixelSize() * currentText / 100);
  app.setFont(font);
  app.setStyleSheet(makeStyleSheet(currentTone, font));
}

int textSize() { return currentText; }

Mode mode() { return currentMode; }
Tone tone() { return currentTone; }

Notifier& notifier() {
  static Notifier instance;
  return instance;
}

QColor ink(Tone tone) { return pick(tone, 0x1b2130, 0xe6e9f0); }
QColor paper(Tone tone) { return pick(tone, 0xffffff, 0x15181e); }
QColor panel(Tone tone) { return pick(tone, 0xf3f5f8, 0x1e222a); }
QColor grid(Tone tone) { return pick(tone, 0xe4e7ed, 0x2c313b); }
QColor muted(Tone tone) { return pick(tone, 0x586172, 0x9ba5b6); }
QColor accent(Tone tone) { return pick(tone, 0x2c62d6, 0x7ea6ff); }
QColor good(Tone tone) { return pick(tone, 0x157a4a, 0x45c08a); }
QColor bad(Tone tone) { return pick(tone, 0xc23128, 0xff7b6b); }
QColor warning(Tone tone) { return pick(tone, 0x8f5b00, 0xe8b650); }

QColor line(int i, Tone tone) {
  static constexpr std::array<QRgb, kLines> light = {0x0a6cb0, 0xd1560a, 0x9a4d94, 0x00916a,
                                                     0xb07c00, 0xc2255c, 0x007d8a, 0x5f6b1e};
  static constexpr std::array<QRgb, kLines> dark = {0x5ab4ee, 0xff8f57, 0xdba0d6, 0x2fcba3,
                                                    0xf2cf5b, 0xff7fa8, 0x62d6e4, 0xc0cf6a};
  return pick(tone, light[size_t(i)], dark[size_t(i)]);
}

QColor series(Metric metric, Tone tone) { return line(lineOf(metricRow(metric).role), tone); }

std::vector<int> linesOf(const std::vector<Metric>& metrics) {
  // those first that tell of nothing an accuracy could be mistaken for
  constexpr std::array<int, kLines> kFree = {2, 4, 5, 6, 7, 3, 1, 0};
  std::vector<int> lines(metrics.size(), -1);
  const auto taken = [&lines](int line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); };
  for (size_t i = 0; i < metrics.size(); ++i)
    if (const int own = lineOf(metricRow(metrics[i]).role); !taken(own)) lines[i] = own;
  for (size_t i = 0; i < metrics.size(); ++i) {
    if (lines[i] >= 0) continue;
    const auto free = std::find_if(kFree.begin(), kFree.end(), [&](int line) { return !taken(line); });
    lines[i] = free == kFree.end() ? int(i) % kLines : *free;
  }
  return lines;
}

QColor lane(int k, int n, Tone tone) {
  static constexpr std::array<QRgb, 5> light = {0x3f2b96, 0x1f6fa8, 0x12856b, 0x8a8a00, 0xd1560a};
  static constexpr std::array<QRgb, 5> dark = {0xa99bff, 0x5ab4ee, 0x3fd0a8, 0xd8d257, 0xff9a66};
  const double at = n > 1 ? double(k) / (n - 1) : 0.25;
  return along(tone == Tone::Light ? light : dark, at);
}

QColor mix(const QColor& a, const QColor& b, double share) {
  const auto blend = [share](float x, float y) { return float(x + (y - x) * share); };
  return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()), blend(a.blueF(), b.blueF()));
}

QColor faded(QColor colour, double opacity) {
  colour.setAlphaF(float(opacity));
  return colour;
}

double contrast(const QColor& a, const QColor& b) {
  const auto luminance = [](const QColor& c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
  };
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace sparring::theme
