#include "walk/walkdetail.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <functional>
#include <numeric>

#include "base/text.h"
#include "walk/lanebars.h"
#include "widgets/imagetile.h"

namespace sparring::ui {
namespace {

// In heights of the font.
constexpr double kLeastPicture = 5.5, kUsualPicture = 8;
constexpr double kPictureGap = 0.3;
constexpr double kWorthAWord = 0.005;  ///< class weights below this are not told
constexpr int kMostVerdicts = 4;

/// A place for pictures as large as there is room.
class PicturePlace : public QWidget {
 public:
  using Paint = std::function<void(QPainter&, QSizeF)>;
  PicturePlace(QWidget* parent, Paint paint) : QWidget(parent), paint_(std::move(paint)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  }
  QSize sizeHint() const override { return (QSizeF(1, 1) * kUsualPicture * fontMetrics().height()).toSize(); }
  QSize minimumSizeHint() const override { return (QSizeF(1, 1) * kLeastPicture * fontMetrics().height()).toSize(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paint_(painter, size());
  }

 private:
  Paint paint_;
};

}  // namespace

WalkDetail::WalkDetail(QWidget* parent) : QWidget(parent) {
  picture_ =
      new PicturePlace(this, [this](QPainter& painter, QSizeF size) { paintPictures(painter, size, theme::tone()); });
  words_ = new QLabel(this);
  words_->setWordWrap(true);
  words_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  words_->setTextFormat(Qt::RichText);
  words_->setMinimumWidth(7 * fontMetrics().height());
  words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);  // what is read at a place moves no layout
  bars_ = new LaneBars(this);
  top_ = new QHBoxLayout;
  top_->setSpacing(fontMetrics().height() / 2);
  top_->addWidget(picture_, 3);
  top_->addWidget(words_, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(fontMetrics().height() / 3);
  column->addLayout(top_, 3);
  column->addWidget(bars_, 2);
}

void WalkDetail::setSource(std::shared_ptr<const WalkSource> source) {
  source_ = std::move(source);
  const bool draws = !source_ || source_->draws();
  top_->setDirection(draws ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);  // three pictures are wide
}

void WalkDetail::showDrawn(std::shared_ptr<const DrawnImages> drawn, size_t i, const WalkPoint& point, int lane) {
  drawn_ = std::move(drawn);
  changed_.reset();
  index_ = i;
  point_ = point;
  lane_ = lane;
  refresh();
}

void WalkDetail::showChanged(std::shared_ptr<const ChangedImages> changed, size_t i, double gain, int lane) {
  changed_ = std::move(changed);
  drawn_.reset();
  index_ = i;
  gain_ = gain;
  lane_ = lane;
  refresh();
}

void WalkDetail::clear() {
  drawn_.reset();
  changed_.reset();
  refresh();
}

const Opinions& WalkDetail::opinions() const { return drawn_ ? drawn_->opinions : changed_->after; }

QString WalkDetail::asked() const {
  if (changed_) {
    const Opinions& before = changed_->before;
    return tr("Before the change: %1 (%2)")
        .arg(className(source_->kind, before.verdict(index_, lane_)),
             percentText(double(before.confidence(index_, lane_)), 0));
  }
  if (point_.classes.empty()) {
    const int named = drawn_->wanted[index_];
    return named < 0 ? QString() : tr("The teacher reads %1").arg(className(source_->kind, named));
  }
  std::vector<int> order(point_.classes.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(), [this](int c) { return point_.classes[size_t(c)]; });
  QStringList parts;
  for (const int c : order) {
    const double weight = double(point_.classes[size_t(c)]);
    if (weight < kWorthAWord) break;
    const QString name = className(source_->kind, c);
    parts << (weight > 1 - kWorthAWord ? name : tr("%1 by %2").arg(name, percentText(weight, 0)));
  }
  return tr("Asked for: %1").arg(parts.join(QStringLiteral(", ")));
}

QString WalkDetail::score() const {
  if (opinions().scores.empty() || !source_->traits.scale) return {};
  const auto& scale = *source_->traits.scale;
  return tr("D says %1 (real %2, fake %3)")
      .arg(QLocale().toString(double(opinions().scores[index_]), 'f', 2), localNumber(scale.real),
           localNumber(scale.fake));
}

QString WalkDetail::verdict(int lane) const {
  const Opinions& all = opinions();
  const QString read = className(source_->kind, all.verdict(index_, lane));
  const QString sure = percentText(double(all.confidence(index_, lane)), 0);
  const bool fooled =
      drawn_ ? drawn_->fools(index_, lane) : changed_->before.verdict(index_, lane) != all.verdict(index_, lane);
  const QString sentence = source_->lambdas.size() > 1
                               ? tr("%1 reads %2 (%3)").arg(lambdaName(source_->lambdas[size_t(lane)]), read, sure)
                               : tr("Read as %1 (%2)").arg(read, sure);
  return fooled ? sentence + QStringLiteral(" ✕ ") + tr("fooled") : sentence;
}

QString WalkDetail::words() const {
  if (!source_ || (!drawn_ && !changed_)) return {};
  QStringList lines{asked()};
  std::vector<int> lanes{lane_};  // the one looked at first
  for (int k = 0; k < opinions().lanes; ++k)
    if (k != lane_) lanes.push_back(k);
  for (size_t i = 0; i < std::min<size_t>(lanes.size(), kMostVerdicts); ++i) lines << verdict(lanes[i]);
  lines << score();
  lines.removeAll(QString());
  return lines.join(u'\n');
}

void WalkDetail::paintPictures(QPainter& painter, QSizeF size, theme::Tone tone) const {
  if (!drawn_ && !changed_) return;
  const auto i = int64_t(index_);
  std::vector<QImage> images;
  if (drawn_) {
    images = {tileImage(drawn_->images, i, tone)};
  } else {
    const ImageKind& kind = changed_->source.kind;
    images = {tileImage(changed_->source, i, tone),
              differenceImage(kind, changed_->difference.data() + i * kind.size(), gain_, tone),
              tileImage(changed_->adversarial, i, tone)};
  }
  const double em = fontMetrics().height(), gap = kPictureGap * em, count = double(images.size());
  const double side = std::floor(std::min((size.width() - (count - 1) * gap) / count, size.height()));
  for (size_t k = 0; k < images.size(); ++k) {
    const QRectF tile(double(k) * (side + gap), 0, side, side);
    const double inset = tileFrameWidth(em);
    drawTile(painter, images[k], tile.adjusted(inset, inset, -inset, -inset));
    drawTileFrame(painter, tile, theme::grid(tone), em);
  }
}

QImage WalkDetail::picture(theme::Tone tone) const {
  const double side = 16 * fontMetrics().height();
  QImage image(int(changed_ ? 3 * side : side), int(side), QImage::Format_RGB32);
  image.fill(theme::paper(tone));
  QPainter painter(&image);
  paintPictures(painter, image.size(), tone);
  return image;
}

void WalkDetail::refresh() {
  const bool any = drawn_ || changed_;
  picture_->update();
  bars_->setVisible(any);
  if (!any) return words_->clear();
  QStringList lines = words().toHtmlEscaped().split(u'\n');
  QString& verdict = lines[asked().isEmpty() ? 0 : 1];  // of the lane looked at
  verdict = QStringLiteral("<b>%1</b>").arg(verdict);
  words_->setText(lines.join(QStringLiteral("<br>")));
  bars_->setOpinions(source_->kind, source_->lambdas, opinions(), index_, lane_);
}

void WalkDetail::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) {
    bars_->setAccessibleName(tr("Probabilities of the classes"));
    refresh();
  }
}

}  // namespace sparring::ui
