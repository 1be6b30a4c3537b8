#include "map/mapview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "map/mapcanvas.h"
#include "map/mapcontrols.h"
#include "widgets/imagetile.h"
#include "widgets/livetext.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr QSize kMapDrawing(1100, 680);
constexpr int kSideWidth = 11;  ///< in heights of the font

}  // namespace

std::shared_ptr<const MapSource> mapSource(const Shown& shown) {
  const Subject networks = shown.networks();
  if (!networks.model) return nullptr;
  auto source = std::make_shared<MapSource>();
  source->make = [networks](int lane, const std::optional<AttackSpec>& attack, const std::vector<int64_t>& index,
                            const MapProgress& progress) {
    return networks.model->features(*networks.data, lane, attack, index, progress);
  };
  source->data = networks.data;
  source->step = networks.model->step();
  source->lambdas = networks.model->params().lambda;
  return source;
}

MapView::MapView(Shown& shown, QWidget* parent) : ViewPage(parent) {
  header().addDrawing({QStringLiteral("map"),
                       [] { return tr("Picture…"); },
                       kMapDrawing,
                       [this](QPaintDevice& device, QSize size) {
                         QPainter painter(&device);
                         canvas_->paint(painter, size, theme::Tone::Light);
                       },
                       {}});
  header().addTable(QStringLiteral("map"), [this] { return csv(); });
  work_ = new LiveText(this);
  header().addControl(work_);
  controls_ = new MapControls(this);
  addRow(controls_);
  makeContent();
  connectParts();
  connect(&shown, &Shown::changed, this, [this, &shown](Shown::What what) { follow(shown, what); });
  retranslate();
}

MapView::~MapView() = default;

void MapView::makeContent() {
  content_ = new QWidget(this);
  canvas_ = new MapCanvas(content_);
  canvas_->setCards([this](int image) { return card(image); });
  auto* columns = new QHBoxLayout(content_);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->addWidget(canvas_, 1);
  columns->addWidget(makeSide());
  content_->setFocusProxy(canvas_);
  addContent(content_);
}

QWidget* MapView::makeSide() {
  auto* side = new QWidget(content_);
  legend_ = new MapLegend(side);
  signs_ = new QLabel(side);
  signs_->setWordWrap(true);
  signs_->setForegroundRole(QPalette::PlaceholderText);
  chosen_ = new QLabel(side);
  chosen_->setWordWrap(true);
  gallery_ = new QToolButton(side);
  gallery_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(legend_, 1);
  column->addWidget(signs_);
  column->addWidget(chosen_);
  column->addWidget(gallery_);
  return side;
}

void MapView::connectParts() {
  connect(controls_, &MapControls::measureAsked, this, [this] {
    ask();
    refresh();
  });
  connect(controls_, &MapControls::drawingAsked, this, [this] {
    if (const auto level = controls_->level(); live_ && contents_ && level && !contents_->has(MapMethod::Pca, level))
      ask();
    refresh();
  });
  connect(legend_, &MapLegend::groupsChosen, this, &MapView::chooseGroups);
  connect(gallery_, &QToolButton::clicked, this, &MapView::openChosen);
  connect(canvas_, &MapCanvas::chosenChanged, this, [this] {
    legend_->clearChoice();
    tellChosen();
  });
  connect(canvas_, &MapCanvas::imageAsked, this,
          [this](int image) { Q_EMIT imageAsked(contents_->images[size_t(image)]); });
  connect(&maker_, &MapMaker::arrived, this, &MapView::arrive);
  connect(&maker_, &MapMaker::progressed, this, &MapView::tellWork);
  connect(&maker_, &MapMaker::failed, this, &MapView::noticed);
  auto* escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, &MapView::chooseNone);
}

void MapView::follow(const Shown& shown, Shown::What what) {
  if (what & (Shown::Run | Shown::Lane)) setLane(shown.lane());
  if (!(what & (Shown::Run | Shown::Networks))) return;
  if (what & Shown::Run) contents_ = nullptr;  // another run's is not to be seen under this one's name
  const auto model = shown.networks().model;
  if (model != std::exchange(model_, model)) {
    setSource(mapSource(shown), shown.opened().empty() && !shown.step() && !shown.ended());
  } else if (what & Shown::Run) {
    ask();
    refresh();
  }
}

void MapView::setLane(int lane) {
  if (lane == lane_) return;
  lane_ = lane;
  ask();
  refresh();
}

void MapView::setSource(std::shared_ptr<const MapSource> source, bool live) {
  if (source == source_) return;
  source_ = std::move(source);
  live_ = live;
  if (!source_) {
    maker_.cancel();
    contents_ = nullptr;
  } else {
    controls_->setLambdas(source_->lambdas);
    if (contents_ && contents_->source->data != source_->data) contents_ = nullptr;
    ask();
  }
  refresh();
}

// Hidden, the map waits until it is seen.
void MapView::ask() {
  stale_ = !isVisible();
  if (!source_ || stale_) return;
  MapWish wish{.source = source_,
               .lanes = controls_->lanes(lane_),
               .method = controls_->method(),
               .attack = controls_->attack(),
               .strengths = controls_->strengths(),
               .all = !live_,  // while a training goes on no more than is seen
               .first = controls_->level().value_or(0)};
  maker_.ask(std::move(wish), live_, contents_);
}

void MapView::showEvent(QShowEvent* event) {
  ViewPage::showEvent(event);
  if (stale_) ask();
}

void MapView::hideEvent(QHideEvent* event) {
  ViewPage::hideEvent(event);
  stale_ = stale_ || busy();
  maker_.cancel();
}

// What is shown stays until as much of newer networks is there: arrows do not come and go.
void MapView::arrive(std::shared_ptr<const MapContents> contents) {
  const MapMethod method = controls_->method();
  const size_t lanes = controls_->lanes(lane_).size();
  if (contents->lanes.size() < lanes) return;
  const bool enough = contents_ && contents_->lanes.size() == lanes && contents_->attack == contents->attack &&
                      contents_->lanes.front().lane == contents->lanes.front().lane;
  const auto level = controls_->level();
  if (enough && contents_->has(method, level) && !contents->has(method, level)) return;
  contents_ = std::move(contents);
  refresh();
}

MapChoice MapView::choice() const {
  const bool two = contents_->lanes.size() > 1;
  MapChoice choice{.method = contents_->has(controls_->method()) ? controls_->method() : MapMethod::Pca,
                   .beside = controls_->beside(),
                   .groups = MapGroups(controls_->colouring(), contents_->source->data->test.kind)};
  if (two != (choice.beside == MapBeside::Lanes)) choice.beside = two ? MapBeside::Lanes : MapBeside::Arrows;
  if (contents_->attack == controls_->attack()) choice.level = controls_->level();
  return choice;
}

void MapView::refresh() {
  header().setCaption(caption());
  header().setExportEnabled(contents_ != nullptr);
  tellWork();
  if (!contents_) return showWords();
  const MapChoice choice = this->choice();
  canvas_->setPicture(mapPicture(*contents_, choice), int(contents_->images.size()));
  legend_->setRows(choice.groups, mapRows(*contents_, choice));
  const QString signs = tr("● read rightly\n× misread");
  signs_->setText(contents_->lanes.size() > 1
                      ? signs + u'\n' + tr("Counts are of %1.").arg(lambdaName(contents_->lanes.back().lambda))
                      : signs);
  if (const auto groups = legend_->chosenGroups(); !groups.empty())
    canvas_->setChosen(imagesOf(*contents_, choice, groups));
  legend_->parentWidget()->setFixedWidth(kSideWidth * fontMetrics().height());
  tellChosen();
  if (!shows(content_)) showContent(content_);
}

void MapView::tellWork() {
  using Work = MapContents::Work;
  QString text;
  if (busy()) {
    const QString share = percentText(maker_.progress().share(), 0);
    switch (maker_.work()) {
      case Work::None:
      case Work::Features:
        text = tr("Looking at the images…");
        break;
      case Work::Attack:
        text = tr("Attacking… %1").arg(share);
        break;
      case Work::Tsne:
        text = tr("t-SNE %1").arg(share);
        break;
    }
  }
  work_->setText(text);
}

void MapView::tellChosen() {
  const auto count = canvas_->chosen().size();
  chosen_->setText(count > 0 ? tr("%1 images chosen (Esc: none)").arg(stepText(qint64(count)))
                             : tr("Drag around images, or choose above."));
  gallery_->setEnabled(count > 0);
}

void MapView::chooseGroups(const std::vector<int>& groups) {
  if (!contents_) return;
  canvas_->setChosen(imagesOf(*contents_, choice(), groups));
  tellChosen();
}

void MapView::chooseNone() {
  canvas_->setChosen({});
  legend_->clearChoice();
  tellChosen();
}

void MapView::openChosen() {
  if (!contents_ || canvas_->chosen().empty()) return;
  ChosenImages images{{}, controls_->attackThen()};
  for (const int image : canvas_->chosen()) images.index.push_back(contents_->images[size_t(image)]);
  Q_EMIT imagesAsked(images);
}

MapCard MapView::card(int image) const {
  const auto i = size_t(image);
  const auto& test = contents_->source->data->test;
  const int64_t number = contents_->images[i];
  MapCard card{{tileImage(test, number, theme::tone())},
               {tr("Test image %1: %2").arg(stepText(number), className(test.kind, test.labels[size_t(number)]))}};
  const auto level = choice().level;
  const auto found = std::ranges::lower_bound(contents_->attacked, i);
  const bool attacked = level && found != contents_->attacked.end() && *found == i;
  const auto reads = [&](const QString& what, const Features& features, size_t at) {
    const QString sign = features.right(int64_t(at)) ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
    return sign + tr("%1 reads %2, margin %3")
                      .arg(what, className(test.kind, features.verdicts[at]), localNumber(features.margins[at]));
  };
  for (const LaneMap& lane : contents_->lanes) {
    card.lines << reads(lambdaName(lane.lambda), *lane.clean, i);
    if (!attacked || !lane.levels[*level].features) continue;
    const Features& features = *lane.levels[*level].features;
    const auto at = size_t(found - contents_->attacked.begin());
    card.pictures.push_back(tileImage(features.seen, int64_t(at), theme::tone()));
    card.lines << reads(controls_->levelText(), features, at);
  }
  return card;
}

}  // namespace sparring::ui
