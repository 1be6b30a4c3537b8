#include "anatomy/partbox.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "anatomy/layerbars.h"
#include "anatomy/valuehandle.h"
#include "base/text.h"
#include "base/theme.h"
#include "widgets/helpbutton.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

constexpr double kPicture = 1.9;  ///< side of a picture, in heights of the font
constexpr double kRound = 6;

QString listText(const std::vector<int64_t>& values) {
  QStringList texts;
  for (const int64_t value : values) texts << QString::number(value);
  return texts.join(u',');
}

}  // namespace

// --- PictureStrip ----------------------------------------------------------------------------------------------------

PictureStrip::PictureStrip(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PictureStrip::setPictures(std::vector<QImage> pictures) {
  pictures_ = std::move(pictures);
  setVisible(!pictures_.empty());
  update();
}

QSize PictureStrip::sizeHint() const {
  const int side = int(kPicture * fontMetrics().height());
  return {4 * side, side};
}

void PictureStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const double side = height(), gap = side * 0.12;
  double x = 0;
  for (const QImage& picture : pictures_) {
    if (x + side > width() + 0.5) break;
    const QRectF rect(x, 0, side, side);
    painter.fillRect(rect, theme::paper());
    drawTile(painter, picture, rect);
    drawTileFrame(painter, rect, theme::grid(), fontMetrics().height());
    x += side + gap;
  }
}

// --- PartBox ---------------------------------------------------------------------------------------------------------

PartBox::PartBox(AnatomyPart::Kind kind, QWidget* parent) : QFrame(parent), kind_(kind) {
  title_ = new QPushButton(this);
  title_->setObjectName("partTitle");
  title_->setFlat(true);
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // in a narrow box its end is cut
  help_ = new HelpButton(this);
  help_->setProperty("tight", true);
  formula_ = new QLabel(this);
  formula_->setWordWrap(true);
  pictures_ = new PictureStrip(this);
  pictures_->hide();
  caption_ = new QLabel(this);
  caption_->hide();
  bars_ = new LayerBars(this);
  bars_->hide();
  figures_ = new QLabel(this);
  figures_->setWordWrap(true);
  auto* head = new QHBoxLayout;
  head->setSpacing(2);
  head->addWidget(title_, 1);
  head->addWidget(help_);
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(7, 4, 7, 6);
  column_->setSpacing(2);
  column_->addLayout(head);
  for (QWidget* widget : {static_cast<QWidget*>(formula_), static_cast<QWidget*>(pictures_),
                          static_cast<QWidget*>(caption_), static_cast<QWidget*>(bars_)})
    column_->addWidget(widget);
  column_->addWidget(figures_);
  connect(title_, &QPushButton::clicked, this, [this] {
    const std::string key = part_.dials.empty() ? part_.widthsKey : part_.dials.front();
    if (!key.empty()) Q_EMIT revealAsked(QString::fromStdString(key));
  });
  connect(bars_, &LayerBars::edited, this, [this](const std::vector<int64_t>& hidden) {
    Q_EMIT edited(QString::fromStdString(part_.widthsKey), listText(hidden), 0);
  });
  dim();
}

void PartBox::setPart(const AnatomyPart& part, const QString& title, const QStringList& help) {
  const bool others = part.dials != part_.dials;
  part_ = part;
  title_->setText(title);
  title_->setToolTip(tr("Show its parameters"));
  title_->setAccessibleName(title);
  help_->setHelp(title, help);
  tellDoing();
  bars_->setName(title);
  bars_->setVisible(!part.widths.empty());
  if (others) setDials(part.dials);
}

void PartBox::setDials(const std::vector<std::string>& keys) {
  for (const auto& [key, dial] : dials_) dial->deleteLater();
  dials_.clear();
  for (const std::string& key : keys) {
    auto* dial = new ValueHandle(paramRow(key), this);
    connect(dial, &ValueHandle::edited, this, &PartBox::edited);
    column_->insertWidget(column_->indexOf(figures_), dial);
    dials_[key] = dial;
  }
}

void PartBox::setWidths(const std::vector<int64_t>& wished, const std::vector<int64_t>& now, bool readOnly) {
  bars_->setWidths(wished, now, readOnly);
}

void PartBox::setValue(const std::string& key, const QString& text, bool readOnly) {
  if (const auto dial = dials_.find(key); dial != dials_.end()) dial->second->setValue(text, readOnly);
}

void PartBox::setPictures(std::vector<QImage> pictures, const QString& caption) {
  pictures_->setPictures(std::move(pictures));
  caption_->setText(caption);
  caption_->setVisible(!caption.isEmpty());
}

void PartBox::setState(Doing doing, const QString& figures) {
  if (figures != figures_->text()) figures_->setText(figures);
  figures_->setVisible(!figures.isEmpty());
  if (doing == doing_) return;
  doing_ = doing;
  tellDoing();
  update();
}

QString PartBox::figures() const { return figures_->text(); }

void PartBox::tellDoing() {
  const QString doing = doing_ == Doing::Learning  ? QStringLiteral("● ") + tr("learning")
                        : doing_ == Doing::Resting ? QStringLiteral("○ ") + tr("resting")
                                                   : QString();
  const QString formula = QString::fromStdString(part_.formula);
  formula_->setText(doing.isEmpty() ? formula : formula + QStringLiteral("  ") + doing);
  setAccessibleName(title_->text() + u' ' + doing);
}

void PartBox::dim() {
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, theme::muted());
  for (QLabel* label : {formula_, caption_}) label->setPalette(muted);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  caption_->setFont(small);
  QFont bold = font();
  bold.setBold(true);
  title_->setFont(bold);
}

void PartBox::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    if (title_->font().bold() && title_->font().pointSizeF() == font().pointSizeF() &&
        formula_->palette().color(QPalette::WindowText) == theme::muted())
      return;
    dim();
  }
  if (event->type() == QEvent::LanguageChange) tellDoing();
}

void PartBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool learning = doing_ == Doing::Learning;
  painter.setPen(QPen(learning ? theme::accent() : theme::grid(), learning ? 2 : 1));
  painter.setBrush(theme::mix(theme::paper(), theme::accent(), learning ? 0.06 : 0));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRound, kRound);
}

}  // namespace sparring::ui
