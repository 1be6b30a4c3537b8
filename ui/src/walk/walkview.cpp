#include "walk/walkview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>

#include "walk/morphstrip.h"
#include "walk/planearea.h"
#include "walk/walkbars.h"
#include "walk/walkdetail.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::milliseconds kPerFrame{50};

/// Whether what was made with the one can be looked at as if it were made with the other.
bool alike(const WalkSource& a, const WalkSource& b) {
  const GeneratorTraits &x = a.traits, &y = b.traits;
  return x.makes == y.makes && x.latent == y.latent && x.conditional == y.conditional && x.namer == y.namer &&
         x.scale == y.scale && a.kind == b.kind && a.lambdas.size() == b.lambdas.size();
}

}  // namespace

WalkView::WalkView(Shown& shown, QWidget* parent) : ViewPage(parent), shown_(shown) {
  offerExports();
  content_ = makeContent();
  addContent(content_);
  player_.setInterval(kPerFrame);
  connect(&player_, &QTimer::timeout, this, &WalkView::turnFrame);
  connectPlane();
  connectMorph();
  connect(&shown, &Shown::changed, this, [this](Shown::What what) {
    if (what & (Shown::Run | Shown::Wishes | Shown::Beginning)) setOpponent(shown_.params().adversary);
    if (what & (Shown::Run | Shown::Networks)) setSource(walkSource(shown_));
    if (what & (Shown::Run | Shown::Lane)) setLane(shown_.lane());
  });
  setOpponent(shown.params().adversary);
  retranslate();
}

WalkView::~WalkView() = default;

QWidget* WalkView::makeContent() {
  auto* content = new QWidget(this);
  planeBar_ = new PlaneBar(content);
  plane_ = new PlaneArea(content);
  detail_ = new WalkDetail(content);
  morphBar_ = new MorphBar(content);
  strip_ = new MorphStrip(content);
  const int em = fontMetrics().height();
  auto* walk = new QHBoxLayout;
  walk->setSpacing(em / 2);
  walk->addWidget(plane_, 3);
  walk->addWidget(detail_, 2);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em / 3);
  column->addWidget(planeBar_);
  column->addLayout(walk, 1);
  column->addWidget(morphBar_);
  column->addWidget(strip_);
  content->setFocusProxy(plane_);
  return content;
}

void WalkView::connectPlane() {
  connect(planeBar_, &PlaneBar::wantedChosen, this, [this] {
    if (source_ && source_->traits.conditional)
      walked_.centre.classes = onlyClass(planeBar_->wanted(), source_->kind.classes);
    askPlane();
  });
  connect(planeBar_, &PlaneBar::shadeChosen, this, &WalkView::shade);
  connect(planeBar_, &PlaneBar::zoomed, this, &WalkView::zoom);
  connect(planeBar_, &PlaneBar::directionsAsked, this, [this] {
    walked_ = planeThrough(walked_.centre, ++directionSeed_);
    askPlane();
  });
  connect(planeBar_, &PlaneBar::latentAsked, this, [this] {
    ++latentSeed_;
    beginPlane();
    askPlane();
  });
  connect(plane_, &PlaneArea::pointed, this, [this] {
    if (playing()) return;  // the frame is looked at
    framed_ = false;
    askPoint();
  });
  connect(plane_, &PlaneArea::moved, this, [this](QPointF by) {
    walked_ = walked_.movedTo(by.x() * cell_, by.y() * cell_);
    framed_ = false;
    askPlane();
  });
  connect(plane_, &PlaneArea::zoomed, this, &WalkView::zoom);
  connect(plane_, &PlaneArea::gridChanged, this, &WalkView::askPlane);
  connect(plane_, &PlaneArea::endChosen, this, &WalkView::chooseEnd);
  connect(plane_, &PlaneArea::copyAsked, this,
          [this] { QApplication::clipboard()->setImage(detail_->picture(theme::Tone::Light)); });
}

void WalkView::connectMorph() {
  connect(morphBar_, &MorphBar::endsChosen, this, &WalkView::chooseEnds);
  connect(morphBar_, &MorphBar::otherAsked, this, [this] {
    ++ends_.pair;
    chooseEnds();
  });
  connect(morphBar_, &MorphBar::playAsked, this, &WalkView::togglePlay);
  connect(strip_, &MorphStrip::playAsked, this, &WalkView::togglePlay);
  connect(strip_, &MorphStrip::frameChosen, this, [this] {
    stopPlaying();
    showFrame();
  });
  strip_->setExport([this] { Q_EMIT exportAsked(QStringLiteral("walk")); });
}

void WalkView::setOpponent(const std::string& adversary) {
  if (adversary == opponent_) return;
  opponent_ = adversary;
  refresh();
}

void WalkView::setLane(int lane) {
  if (lane == lane_) return;
  lane_ = lane;
  refresh();
  if (source_) askAll();
}

void WalkView::setSource(std::shared_ptr<const WalkSource> source) {
  if (!source && !source_) return refresh();
  const bool same = source && source_ && alike(*source, *source_);
  source_ = std::move(source);
  for (Latest* wishes : {&planes_, &points_, &morphs_})
    if (!same) wishes->drop();
  if (!same) {
    plane_->setDrawn(nullptr, {});
    strip_->setMorph({}, {}, 0);
    detail_->clear();
    ends_.first.reset();
    ends_.last.reset();
    stopPlaying();
  }
  if (source_) detail_->setSource(source_);
  if (source_ && !same) takeOver();
  refresh();
  if (source_) askAll();
}

// What another kind of generator needs of the page.
void WalkView::takeOver() {
  const bool draws = source_->draws();
  planeBar_->setTraits(source_->traits, source_->kind);
  planeBar_->setVisible(draws);
  plane_->setVisible(draws);
  strip_->setChanges(!draws);
  content_->setFocusProxy(draws ? static_cast<QWidget*>(plane_) : strip_);
  morphBar_->setKind(source_->kind);
  ends_.from = std::min(ends_.from, source_->kind.classes - 1);
  ends_.to = std::min(ends_.to, source_->kind.classes - 1);
  morphBar_->setEnds(ends_.from, ends_.to);
  framed_ = !draws;
  if (draws) beginPlane();
}

int WalkView::lane() const { return std::min(lane_, int(source_->lambdas.size()) - 1); }

void WalkView::beginPlane() {
  if (!source_) return;
  WalkPoint centre = latentsOf(source_->traits.latent, 1, latentSeed_).front();
  if (source_->traits.conditional) centre.classes = onlyClass(planeBar_->wanted(), source_->kind.classes);
  walked_ = planeThrough(centre, directionSeed_);
  plane_->setPlace({});
  framed_ = false;
}

void WalkView::askAll() {
  stale_ = !isVisible();
  if (stale_) return;
  shade();
  askPlane();
  askMorph();
}

template <class T>
bool WalkView::failed(const Outcome<T>& outcome) {
  if (outcome.error) Q_EMIT noticed(Notice::of(*outcome.error));
  return outcome.error.has_value();
}

void WalkView::askPlane() {
  stale_ = stale_ || !isVisible();
  if (!source_ || !source_->draws() || stale_) return;
  const PlaneArea::Grid grid = plane_->grid();
  if (grid.count() == 0) return;  // not laid out yet
  const auto work = [source = source_, plane = walked_, grid, cell = cell_, lane = lane()](const auto&) {
    std::vector<WalkPoint> points;
    for (int i = 0; i < grid.count(); ++i)
      points.push_back(plane.at(grid.place(i).x() * cell, grid.place(i).y() * cell));
    return source->draw(points, lane);
  };
  planes_.ask(work, [this, grid](Outcome<DrawnImages> outcome) {
    if (failed(outcome)) return;
    plane_->setDrawn(std::make_shared<DrawnImages>(std::move(*outcome.value)), grid);
    Q_EMIT planeShown();
  });
  askPoint();
}

WalkPoint WalkView::pointed() const { return walked_.at(plane_->place().x() * cell_, plane_->place().y() * cell_); }

void WalkView::askPoint() {
  if (!source_ || !source_->draws() || stale_ || framed_) return;
  const WalkPoint point = pointed();
  points_.ask([source = source_, point, lane = lane()](const auto&) { return source->draw({point}, lane); },
              [this, point, lane = lane()](Outcome<DrawnImages> outcome) {
                if (failed(outcome) || framed_) return;
                detail_->showDrawn(std::make_shared<DrawnImages>(std::move(*outcome.value)), 0, point, lane);
                plane_->setWords(detail_->words());
                Q_EMIT pointShown();
              });
}

void WalkView::askMorph() {
  stale_ = stale_ || !isVisible();
  if (!source_ || stale_) return;
  morphs_.ask([source = source_, ends = ends_,
               lane = lane()](const auto&) { return makeMorph(*source, ends, lane, MorphStrip::kFrames); },
              [this, source = source_, lane = lane()](Outcome<Morph> outcome) {
                if (failed(outcome)) return;
                strip_->setMorph(*outcome.value, source->kind, lane);
                if (framed_) showFrame();
                Q_EMIT morphShown();
              });
}

void WalkView::chooseEnds() {
  ends_.from = morphBar_->from();
  ends_.to = morphBar_->to();
  ends_.first.reset();
  ends_.last.reset();
  askMorph();
}

// The box tells what this image is read as, or what was asked for.
void WalkView::chooseEnd(bool first) {
  if (!source_) return;
  const WalkPoint point = pointed();
  const auto heaviest = std::ranges::max_element(point.classes);
  const int wanted = point.classes.empty() ? -1 : int(heaviest - point.classes.begin());
  (first ? ends_.first : ends_.last) = point;
  if (wanted >= 0) (first ? ends_.from : ends_.to) = wanted;
  morphBar_->setEnds(ends_.from, ends_.to);
  askMorph();
}

void WalkView::zoom(double factor) {
  cell_ = std::clamp(cell_ / factor, kSmallestCell, kLargestCell);
  askPlane();
}

void WalkView::shade() {
  if (!source_) return;
  plane_->setShading({planeBar_->shade(), lane(), source_->traits.scale.value_or(ScoreScale{}), source_->kind});
}

void WalkView::showFrame() {
  const Morph& morph = strip_->morph();
  if (morph.count() == 0) return;
  framed_ = true;
  const auto i = size_t(strip_->frame());
  if (morph.drawn)
    detail_->showDrawn(morph.drawn, i, morph.points[i], lane());
  else
    detail_->showChanged(morph.changed, i, strip_->gain(), lane());
}

void WalkView::togglePlay() {
  if (playing()) return stopPlaying();
  if (strip_->morph().count() == 0) return;
  player_.start();
  morphBar_->showPlaying(true);
  showFrame();
}

void WalkView::stopPlaying() {
  player_.stop();
  morphBar_->showPlaying(false);
}

void WalkView::turnFrame() {
  if (strip_->frame() == MorphStrip::kFrames - 1) back_ = true;
  if (strip_->frame() == 0) back_ = false;
  strip_->setFrame(strip_->frame() + (back_ ? -1 : 1));
  showFrame();
}

void WalkView::refresh() {
  header().setCaption(caption());
  header().setExportEnabled(source_ != nullptr);
  if (source_)
    showContent(content_);
  else
    showWords();
}

void WalkView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void WalkView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_ && source_) askAll();
}

void WalkView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  stopPlaying();
}

}  // namespace sparring::ui
