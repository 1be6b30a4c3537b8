#include "gallery/galleryview.h"

#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <utility>

#include "base/attacktext.h"
#include "base/text.h"
#include "gallery/digitdetail.h"
#include "gallery/galleryarea.h"
#include "widgets/flowlayout.h"
#include "widgets/strengthslider.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

constexpr int kLeastPage = 15;
enum Filter { All, Flips };

}  // namespace

std::shared_ptr<const GallerySource> gallerySource(const Shown& shown) {
  const Subject networks = shown.networks();
  if (!networks.model) return nullptr;
  auto source = std::make_shared<GallerySource>();
  source->make = [networks](const AttackSpec& attack, const std::vector<int64_t>& index) {
    return networks.model->gallery(*networks.data, attack, index);
  };
  source->data = networks.data;
  source->step = networks.model->step();
  source->lambdas = networks.model->params().lambda;
  return source;
}

GalleryView::GalleryView(Shown& shown, QWidget* parent) : ViewPage(parent) {
  header().addPicture(QStringLiteral("gallery"), [this](double scale) { return picture(scale); });
  header().addTable(QStringLiteral("gallery"), [this] { return csv(); });
  addRow(makeChoices());
  makeContents();
  connect(&shown, &Shown::changed, this, [this, &shown](Shown::What what) {
    if (what & (Shown::Run | Shown::Lane)) setLane(shown.lane());
    if (what & Shown::Networks) setSource(gallerySource(shown));
  });
  retranslate();
  chooseAttack();
}

GalleryView::~GalleryView() = default;

QWidget* GalleryView::makeChoices() {
  auto* row = new QWidget(this);
  attack_ = new QComboBox(row);
  for (const AttackInfo& info : attacks()) attack_->addItem(QString(), QString::fromStdString(info.name));
  attack_->setCurrentIndex(attack_->findData(QStringLiteral("pgd")));
  strength_ = new StrengthSlider(row);
  filter_ = new QComboBox(row);
  filter_->addItems({QString(), QString()});
  digit_ = new QComboBox(row);
  digit_->addItem(QString(), -1);
  fillClasses({});
  previous_ = new QToolButton(row);
  previous_->setText(QStringLiteral("‹"));
  next_ = new QToolButton(row);
  next_->setText(QStringLiteral("›"));
  chosen_ = new QToolButton(row);
  chosen_->setVisible(false);
  for (auto* box : {attack_, filter_, digit_})
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
  strength_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{attack_, strength_, filter_, digit_, chosen_, previous_, next_})
    layout->addWidget(widget);
  for (auto* button : {chosen_, previous_, next_}) button->setFocusPolicy(Qt::TabFocus);
  connect(attack_, &QComboBox::currentIndexChanged, this, &GalleryView::chooseAttack);
  connect(strength_, &StrengthSlider::strengthChanged, this, [this](double strength) {
    if (showsDetail()) detail_->setStrength(strength);
    begin();
  });
  connect(filter_, &QComboBox::currentIndexChanged, this, &GalleryView::begin);
  connect(digit_, &QComboBox::currentIndexChanged, this, &GalleryView::begin);
  connect(chosen_, &QToolButton::clicked, this, [this] { choose({}); });
  connect(previous_, &QToolButton::clicked, this, [this] { turn(false); });
  connect(next_, &QToolButton::clicked, this, [this] { turn(true); });
  return row;
}

void GalleryView::makeContents() {
  area_ = new GalleryArea(this);
  grid_ = scrolled(area_);
  detail_ = new DigitDetail(this);
  addContent(grid_);
  addContent(detail_);
  connect(area_, &GalleryArea::chosen, this, [this](int i) { openDetail(page_->gallery.index[size_t(i)]); });
  connect(detail_, &DigitDetail::closed, this, &GalleryView::closeDetail);
  connect(detail_, &DigitDetail::readAsked, this, &GalleryView::readAsked);
  connect(detail_, &DigitDetail::strengthAsked, strength_, &StrengthSlider::setStrength);
  connect(detail_, &DigitDetail::noticed, this, &GalleryView::noticed);
  auto* escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, &GalleryView::closeDetail);
  const auto key = [this](Qt::Key key, bool forward) {
    auto* shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, forward] { turn(forward); });
  };
  key(Qt::Key_PageDown, true);
  key(Qt::Key_PageUp, false);
}

void GalleryView::setLane(int lane) {
  if (lane == lane_) return;
  lane_ = lane;
  detail_->setLane(lane);
  if (filter_->currentIndex() == Flips)
    begin();
  else
    refresh();
}

void GalleryView::setSource(std::shared_ptr<const GallerySource> source) {
  if (source == source_) return;
  if (!source || !source_ || source->data != source_->data) starts_ = {0};
  if (source && source_ && source->data != source_->data) among_.clear();
  source_ = std::move(source);
  if (source_) {
    fillClasses(source_->data->test.kind);
    area_->setSource(source_->lambdas, kind_);
  }
  detail_->setSource(source_ ? source_->make : nullptr, source_ ? source_->lambdas : std::vector<double>());
  if (!source_) {
    pages_.drop();
    page_ = nullptr;
    showWords();
    refresh();
    return;
  }
  if (wanted_)
    openImage(*std::exchange(wanted_, {}));
  else if (showsDetail())
    openDetail(detail_->index());
  askPage();
}

bool GalleryView::openImage(int64_t index) {
  if (!source_)
    wanted_ = index;
  else if (index < source_->data->test.count())
    openDetail(index);
  return true;
}

bool GalleryView::openImages(const ChosenImages& images) {
  {
    const QSignalBlocker quietAttack(attack_), quietStrength(strength_), quietFilter(filter_), quietDigit(digit_);
    filter_->setCurrentIndex(All);
    digit_->setCurrentIndex(0);
    if (images.attack) {
      attack_->setCurrentIndex(attack_->findData(QString::fromStdString(images.attack->name)));
      strength_->setAttack(images.attack->name);
      strength_->setStrength(images.attack->values.at(strengthKey(images.attack->name)));
    }
  }
  closeDetail();
  choose(images.index);
  return true;
}

void GalleryView::choose(std::vector<int64_t> images) {
  among_ = std::move(images);
  begin();
}

void GalleryView::fillClasses(const ImageKind& kind) {
  if (kind == kind_ && digit_->count() > 1) return;
  kind_ = kind;
  const QSignalBlocker quiet(digit_);
  const int chosen = digit_->currentData().toInt();
  digit_->clear();
  digit_->addItem(kind.digits ? tr("0–9") : tr("All classes"), -1);
  for (int c = 0; c < kind.classes; ++c) digit_->addItem(className(kind, c), c);
  digit_->setCurrentIndex(std::max(0, digit_->findData(chosen)));
}

AttackSpec GalleryView::spec() const {
  const std::string name = attack_->currentData().toString().toStdString();
  AttackSpec spec = parseAttack(name);
  spec.values[strengthKey(name)] = strength_->strength();
  return spec;
}

void GalleryView::chooseAttack() {
  strength_->setAttack(attack_->currentData().toString().toStdString());
  if (showsDetail()) openDetail(detail_->index());
  begin();
}

void GalleryView::begin() {
  starts_ = {0};
  askPage();
}

// Behind the detail or hidden, the page waits until it is seen.
void GalleryView::askPage() {
  stale_ = !isVisible() || showsDetail();
  if (!source_ || stale_) return;
  count_ = area_->fill(contentSize(), kLeastPage);
  GalleryQuery query{
      spec(), filter_->currentIndex() == Flips, lane_, digit_->currentData().toInt(), starts_.back(), count_, among_};
  pages_.ask(
      [source = source_, query](const auto& stop) { return findPage(source->data->test, source->make, query, stop); },
      [this, step = source_->step](Outcome<GalleryPage> outcome) {
        if (outcome.error) {
          Q_EMIT noticed(Notice::of(*outcome.error));
          return;
        }
        if (pages_.busy()) return;  // cut short by a newer request
        page_ = std::make_shared<GalleryPage>(std::move(*outcome.value));
        pageStep_ = step;
        refresh();
        Q_EMIT shown();
      });
  refresh();
}

void GalleryView::turn(bool forward) {
  if (!page_ || showsDetail()) return;
  if (forward && page_->next >= 0)
    starts_.push_back(page_->next);
  else if (!forward && starts_.size() > 1)
    starts_.pop_back();
  else
    return;
  askPage();
}

bool GalleryView::showsDetail() const { return shows(detail_); }

void GalleryView::openDetail(int64_t index) {
  detail_->open(index, lane_, spec(), strength_->most());
  showContent(detail_);
  refresh();
  detail_->setFocus();
}

void GalleryView::closeDetail() {
  if (!showsDetail()) return;
  showContent(grid_);
  refresh();
  if (stale_) askPage();
  area_->setFocus();
}

void GalleryView::refresh() {
  header().setCaption(caption());
  const bool any = page_ && !page_->gallery.index.empty();
  header().setExportEnabled(any);
  area_->setExport(any ? std::function([this] { Q_EMIT exportAsked(QStringLiteral("gallery")); }) : nullptr);
  previous_->setEnabled(any && starts_.size() > 1 && !showsDetail());
  next_->setEnabled(any && page_->next >= 0 && !showsDetail());
  chosen_->setVisible(!among_.empty());
  chosen_->setText(tr("%1 chosen  ✕").arg(among_.size()));
  for (QWidget* widget : {static_cast<QWidget*>(filter_), static_cast<QWidget*>(digit_)})
    widget->setDisabled(showsDetail());
  const bool lanesFit =
      any && source_ && page_->gallery.lanes.size() == source_->lambdas.size() && lane_ < std::ssize(source_->lambdas);
  if (lanesFit)
    area_->setGallery({page_, &page_->gallery}, lane_);
  else
    area_->setGallery(nullptr, 0);
  if (showsDetail()) return;
  if (lanesFit)
    showContent(grid_);
  else
    showWords();
}

QString GalleryView::words() const {
  if (!source_)
    return tr("Once there is a classifier, this shows what attacks make of test images, and what every λ "
              "reads then.") +
           u'\n' + standing();
  if (!page_) return tr("Attacking…");
  return kind_.digits ? tr("No digit of this choice flips. Try a stronger attack.")
                      : tr("No image of this choice flips. Try a stronger attack.");
}

QString GalleryView::caption() const {
  if (!source_) return tr("Attacked test images");
  const QString attack = attackLabel(spec().text());
  if (!page_ || pages_.busy() || stale_) return tr("%1 · step %2").arg(attack, stepText(source_->step));
  const Gallery& gallery = page_->gallery;
  int flipped = 0;
  for (size_t i = 0; i < gallery.index.size(); ++i) flipped += flips(gallery, lane_, i);
  return tr("%1 · step %2 · %3 of %4 flip").arg(attack, stepText(pageStep_)).arg(flipped).arg(gallery.index.size());
}

QImage GalleryView::picture(double scale) const {
  const double width = 44 * fontMetrics().height();
  const QSizeF tiles(width, area_->heightFor(width));
  return captioned(font(), caption(), tiles, scale,
                   [&](QPainter& painter) { area_->paint(painter, tiles, theme::Tone::Light); });
}

QString GalleryView::csv() const {
  QString csv = QStringLiteral("step,attack,image,class,lane,lambda,before,before_confidence,after,after_confidence\n");
  if (!page_ || !source_) return csv;
  const Gallery& gallery = page_->gallery;
  for (size_t i = 0; i < gallery.index.size(); ++i)
    for (size_t k = 0; k < gallery.lanes.size(); ++k) {
      const Gallery::Verdict &before = gallery.lanes[k].before[i], &after = gallery.lanes[k].after[i];
      csv += QStringLiteral("%1,\"%2\",%3,%4,%5,%6,%7,%8,%9,%10\n")
                 .arg(pageStep_)
                 .arg(QString::fromStdString(gallery.attack.text()))
                 .arg(gallery.index[i])
                 .arg(gallery.label[i])
                 .arg(k)
                 .arg(source_->lambdas[k])
                 .arg(before.predicted)
                 .arg(double(before.confidence))
                 .arg(after.predicted)
                 .arg(double(after.confidence));
    }
  return csv;
}

// By then everything above has its place, and what is left is what a page fills.
bool GalleryView::event(QEvent* event) {
  const bool handled = ViewPage::event(event);
  const bool laid = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
  if (laid && source_ && !showsDetail() && area_->fill(contentSize(), kLeastPage) != count_) askPage();
  return handled;
}

void GalleryView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (stale_ && !showsDetail()) askPage();
}

void GalleryView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange && source_) area_->setSource(source_->lambdas, kind_);
}

void GalleryView::retranslate() {
  for (int i = 0; i < attack_->count(); ++i) {
    attack_->setItemText(i, attackName(attack_->itemData(i).toString().toStdString()));
    attack_->setItemData(i, attackHelp(attack_->itemData(i).toString().toStdString()), Qt::ToolTipRole);
  }
  filter_->setItemText(All, tr("All"));
  filter_->setItemText(Flips, tr("That flip"));
  digit_->setItemText(0, kind_.digits ? tr("0–9") : tr("All classes"));
  for (int i = 1; i < digit_->count(); ++i) digit_->setItemText(i, className(kind_, digit_->itemData(i).toInt()));
  const auto name = [](QWidget* widget, const QString& what) {
    widget->setToolTip(what);
    widget->setAccessibleName(what);
  };
  name(attack_, tr("The attack"));
  name(filter_, tr("All images, or only those that are read rightly and misread under the attack"));
  name(digit_, tr("Images of one class"));
  name(chosen_, tr("Only images chosen on another page are shown: show all again"));
  name(previous_, tr("Previous page (Page Up)"));
  name(next_, tr("Next page (Page Down)"));
  area_->setAccessibleName(tr("Attacked test images"));
  header().setExportTip(tr("Write the page"));
  header().setHelp(
      tr("What the gallery shows"),
      {tr("Each image of the test set is attacked against the very classifier you see: x is the original, x_adv the "
          "result, and beside it the difference, magnified. Green is read rightly, red is not. With several λ, every "
          "one "
          "is attacked by itself and tells what it reads."),
       tr("Click an image to let the attack grow on it and see where each λ gives way. A robust classifier needs a "
          "difference that you, too, would notice; one that falls to invisible changes has learnt something other than "
          "the shape of things.")});
  refresh();
}

}  // namespace sparring::ui
