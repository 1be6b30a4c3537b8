#include "draw/drawview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "base/attacktext.h"
#include "base/text.h"
#include "draw/drawpad.h"
#include "draw/drawtools.h"
#include "draw/lanepanel.h"
#include "draw/sliceview.h"
#include "widgets/flowlayout.h"
#include "widgets/strengthslider.h"
#include "widgets/viewheader.h"

namespace sparring::ui {
namespace {

const QString kOwn = QStringLiteral("own");
constexpr double kLeastExtent = 0.05;  // of a slice
constexpr double kSliceOverEps = 2;    // a slice shows as much again beyond what the attack may do
constexpr char kRange[] = "fgsm";      // an opponent that changes images has the range of this attack's ε

}  // namespace

DrawView::DrawView(Shown& shown, QWidget* parent) : ViewPage(parent) {
  addRow(makeChoices());
  body_ = new QWidget(this);
  tools_ = new DrawTools(body_);
  lesson_ = new QLabel(body_);
  lesson_->setWordWrap(true);
  auto* list = new QWidget;
  column_ = new QVBoxLayout(list);
  column_->setContentsMargins(0, 0, 0, 0);
  auto* right = new QVBoxLayout;
  auto* area = new QScrollArea(body_);
  area->setWidget(list);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setFocusPolicy(Qt::NoFocus);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* sheetArea = new QScrollArea(body_);
  sheetArea->setWidget(tools_);
  sheetArea->setWidgetResizable(true);
  sheetArea->setFrameShape(QFrame::NoFrame);
  sheetArea->setFocusPolicy(Qt::NoFocus);
  sheetArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  sheetArea->setFixedWidth(tools_->sizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2);
  right->addWidget(lesson_);
  right->addWidget(area, 1);
  auto* row = new QHBoxLayout(body_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(sheetArea);
  row->addLayout(right, 1);
  addContent(body_);
  connect(tools_, &DrawTools::changed, this, &DrawView::ask);
  connect(tools_, &DrawTools::failed, this, &DrawView::complain);
  connect(&shown, &Shown::changed, this, [this, &shown](Shown::What what) {
    if (!(what & Shown::Networks)) return;
    const Subject networks = shown.networks();
    setSource({networks.model, networks.data, shown.ended() ? 0 : 1});
  });
  retranslate();
  chooseAttack();
}

DrawView::~DrawView() = default;

QWidget* DrawView::makeChoices() {
  auto* row = new QWidget(this);
  attack_ = new QComboBox(row);
  target_ = new QComboBox(row);
  strength_ = new StrengthSlider(row);
  strength_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  second_ = new QComboBox(row);
  for (auto* box : {attack_, target_, second_}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (const AttackInfo& info : attacks())
    if (!info.diagnostic) attack_->addItem(QString(), QString::fromStdString(info.name));
  attack_->addItem(QString(), kOwn);
  second_->addItem(QString(), QString());
  target_->addItem(QString());
  for (const AttackInfo& info : attacks())
    if (!info.diagnostic) second_->addItem(QString(), QString::fromStdString(info.name));
  attack_->setCurrentIndex(attack_->findData(QStringLiteral("pgd")));
  auto* layout = new FlowLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  for (QWidget* widget : std::initializer_list<QWidget*>{attack_, target_, strength_, second_})
    layout->addWidget(widget);
  connect(attack_, &QComboBox::currentIndexChanged, this, &DrawView::chooseAttack);
  connect(target_, &QComboBox::currentIndexChanged, this, &DrawView::ask);
  connect(strength_, &StrengthSlider::strengthChanged, this, &DrawView::ask);
  connect(second_, &QComboBox::currentIndexChanged, this, &DrawView::askSlices);
  return row;
}

void DrawView::setSource(const DrawSource& source) {
  if (source.model == source_.model) return;
  const bool other = !source_.model || !source.model ||
                     source.model->params().lambda != source_.model->params().lambda ||
                     !(source.model->kind() == source_.model->kind());
  source_ = source;
  if (!source_.model) {
    for (auto* work : {&reading_, &attacking_, &slicing_}) work->drop();
    answers_.clear();
    showWords();
    return refresh();
  }
  const Opponent opponent = Reader(*source_.model).opponent();
  const bool another = opponent.name != opponent_.name || opponent.strength != opponent_.strength;
  opponent_ = opponent;
  if (other) {
    answers_.clear();
    makeLanes();
  }
  if (other || another) fillChoices();
  if (another && attack_->currentData().toString() == kOwn) chooseAttack();
  showContent(body_);
  body_->setFocusProxy(&tools_->pad());
  tools_->setData(source_.data);
  ask();
}

void DrawView::makeLanes() {
  qDeleteAll(lanes_);
  lanes_.clear();
  while (QLayoutItem* item = column_->takeAt(0)) delete item;
  for (const double lambda : source_.model->params().lambda) {
    lanes_.push_back(new LanePanel(lambda, source_.model->kind()));
    column_->addWidget(lanes_.back());
  }
  column_->addStretch(1);
}

void DrawView::fillChoices() {
  const QSignalBlocker quiet(target_), quietAttack(attack_);
  const int own = attack_->findData(kOwn);
  attack_->setItemText(own, tr("Opponent of training (%1)").arg(label(adversaryInfo(opponent_.name))));
  const int chosen = target_->currentIndex();
  target_->clear();
  target_->addItem(tr("Towards any other"));
  for (int c = 0; c < source_.model->kind().classes; ++c)
    target_->addItem(tr("Towards %1").arg(className(source_.model->kind(), c)), c);
  target_->setCurrentIndex(std::clamp(chosen, 0, target_->count() - 1));
  allowTarget();
}

/// The row whose strength and words stand for what is chosen.
std::string DrawView::rowOfAttack() const {
  const QString name = attack_->currentData().toString();
  if (name != kOwn) return name.toStdString();
  return opponent_.twin ? opponent_.twin->name : kRange;
}

void DrawView::allowTarget() {
  const bool own = attack_->currentData().toString() == kOwn;
  const bool targeted = own ? opponent_.targeted : takesTarget(rowOfAttack());
  target_->setEnabled(targeted);
  target_->setToolTip(targeted ? tr("The class that the attack is to reach")
                               : tr("This attack has no form that goes towards a class."));
}

void DrawView::chooseAttack() {
  const bool own = attack_->currentData().toString() == kOwn;
  strength_->setAttack(rowOfAttack());
  strength_->setVisible(!own || opponent_.strength);
  if (own && opponent_.strength) {
    const QSignalBlocker quiet(strength_);
    strength_->setStrength(*opponent_.strength);
  }
  allowTarget();
  ask();
}

AttackWish DrawView::wishOf(const QString& attack) const {
  AttackWish made;
  made.label = tools_->label();
  made.index = tools_->testImage().value_or(0);
  if (attack == kOwn) {
    made.against.kind = Against::Kind::Own;
    return made;
  }
  made.against = {Against::Kind::Attack, parseAttack(attack.toStdString())};
  return made;
}

AttackWish DrawView::wish() const {
  AttackWish made = wishOf(attack_->currentData().toString());
  if (made.against.kind == Against::Kind::Own)
    made.strength = strength_->strength();
  else
    made.against.attack.values[attackInfo(made.against.attack.name).strength().key] = strength_->strength();
  if (target_->isEnabled() && target_->currentData().isValid()) made.target = target_->currentData().toInt();
  return made;
}

/// How far a slice goes: an attack's ε and as much again; the change itself of one that has none.
double DrawView::extent() const {
  double most = kLeastExtent;
  for (const LaneAnswer& answer : answers_)
    for (size_t i = 0; i < x_.size(); ++i) most = std::max(most, double(std::abs(answer.attacked.image[i] - x_[i])));
  return kSliceOverEps * most;
}

void DrawView::ask() {
  stale_ = !isVisible();
  if (!source_.model || stale_) return;
  if (!tools_->image()) {
    for (auto* work : {&reading_, &attacking_, &slicing_}) work->drop();
    answers_.clear();
    for (auto* lane : lanes_) {
      lane->setAnswer({}, nullptr, 1);
      lane->hide();
    }
    return refresh();
  }
  for (auto* lane : lanes_) lane->show();
  const Pixels x = pixelsAt(*tools_->image(), 0);
  reading_.ask([source = source_, x](const auto&) { return Reader(*source.model).read(x); },
               [this](Outcome<Readings> outcome) {
                 if (outcome.error) return complain(*outcome.error);
                 tell(std::move(*outcome.value));
               });
  askAttack(x);
  if (answers_.empty()) refresh();
}

void DrawView::askAttack(const Pixels& x) {
  attacking_.ask([source = source_, x, wish = wish()](const auto& stop) { return answersOf(source, x, wish, stop); },
                 [this, x](Outcome<Answers> outcome) {
                   if (outcome.error) {
                     if (attacking_.busy()) return;  // cut short by a newer request
                     problem_ = outcome.error;
                     answers_.clear();
                     for (auto* lane : lanes_) lane->setAnswer(x, nullptr, 1);
                     return refresh();
                   }
                   tell(x, std::move(*outcome.value));
                 });
}

void DrawView::askSlices() {
  if (!source_.model || answers_.empty() || !isVisible()) return;
  std::optional<AttackWish> second;
  if (const QString name = second_->currentData().toString(); !name.isEmpty()) second = wishOf(name);
  slicing_.ask([source = source_, x = x_, answers = answers_, second,
                extent = extent()](const auto& stop) { return slicesOf(source, x, answers, second, extent, stop); },
               [this, epsilon = extent() / kSliceOverEps](Outcome<Slices> outcome) {
                 if (outcome.error) {
                   if (!slicing_.busy()) complain(*outcome.error);
                   return;
                 }
                 for (size_t k = 0; k < std::min(lanes_.size(), outcome.value->size()); ++k)
                   lanes_[k]->setSlice(std::make_shared<const Slice>(std::move((*outcome.value)[k])), epsilon);
               });
}

void DrawView::tell(Readings readings) {
  for (size_t k = 0; k < std::min(lanes_.size(), readings.size()); ++k)
    lanes_[k]->setReading(readings[k], tools_->label());
}

void DrawView::tell(Pixels x, Answers answers) {
  if (answers.size() != lanes_.size()) return;  // of other networks
  problem_.reset();
  x_ = std::move(x);
  answers_ = std::move(answers);
  double scale = 0;
  for (const LaneAnswer& answer : answers_) scale = std::max(scale, answer.flip.epsilon.value_or(answer.flip.most));
  for (size_t k = 0; k < lanes_.size(); ++k) lanes_[k]->setAnswer(x_, &answers_[k], std::max(scale, kLeastExtent));
  refresh();
  askSlices();
}

void DrawView::complain(const Error& error) { Q_EMIT noticed(Notice::of(error)); }

QString DrawView::lesson() const {
  if (!tools_->image()) return tr("Draw a digit on the sheet, or take a test image: every λ reads it while you draw.");
  if (problem_) return text(*problem_);
  if (answers_.empty()) return tr("Attacking…");
  const auto aimed = std::ranges::count(answers_, false, &LaneAnswer::there);
  if (aimed == 0) return tr("The image has that class already: choose another for the attack to go to.");
  const auto turned = std::ranges::count_if(answers_, &LaneAnswer::turned);
  const auto weakest = std::ranges::min_element(
      answers_, {}, [](const LaneAnswer& a) { return a.there ? 2 : a.flip.epsilon.value_or(2); });
  QString sentence = turned == 0 ? tr("The attack turns no verdict at this strength.")
                                 : tr("The attack turns %1 of %2 verdicts.").arg(turned).arg(aimed);
  if (aimed > 1 && weakest->flip.epsilon)
    sentence += u' ' + tr("%1 gives way first: the longer the bar, the larger a change it takes.")
                           .arg(lambdaName(source_.model->params().lambda[size_t(weakest - answers_.begin())]));
  return sentence;
}

bool DrawView::readImage(int64_t index) {
  tools_->take(index);
  return true;
}

QString DrawView::words() const {
  return tr("Once there are networks, you draw a digit here and see what every λ reads, how it is turned, and why.") +
         u'\n' + standing();
}

void DrawView::refresh() {
  header().setCaption(source_.model ? tr("Draw and attack · step %1").arg(stepText(source_.model->step()))
                                    : tr("Draw and attack"));
  lesson_->setText(lesson());
}

QByteArray DrawView::saveState() const {
  return QJsonDocument(QJsonObject{{"attack", attack_->currentData().toString()},
                                   {"strength", strength_->strength()},
                                   {"second", second_->currentData().toString()}})
      .toJson(QJsonDocument::Compact);
}

void DrawView::restoreState(const QByteArray& state) {
  const QJsonObject kept = QJsonDocument::fromJson(state).object();
  const auto choose = [&](QComboBox* box, const char* key) {
    if (const int index = box->findData(kept[QLatin1String(key)].toString()); index >= 0) box->setCurrentIndex(index);
  };
  choose(attack_, "attack");
  choose(second_, "second");
  if (kept["strength"].isDouble()) strength_->setStrength(kept["strength"].toDouble());
}

void DrawView::showEvent(QShowEvent* event) {
  ViewPage::showEvent(event);
  if (stale_) ask();
}

void DrawView::changeEvent(QEvent* event) {
  ViewPage::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DrawView::retranslate() {
  for (auto* box : {attack_, second_})
    for (int i = 0; i < box->count(); ++i) {
      const QString name = box->itemData(i).toString();
      if (name.isEmpty() || name == kOwn) continue;
      const QString title = attackName(name.toStdString());
      box->setItemText(i, box == second_ ? tr("Upwards: %1").arg(title) : title);
      box->setItemData(i, attackHelp(name.toStdString()), Qt::ToolTipRole);
    }
  target_->setItemText(0, tr("Towards any other"));
  second_->setItemText(0, tr("Upwards: at random"));
  attack_->setItemText(attack_->findData(kOwn), tr("Opponent of training"));
  const auto name = [](QWidget* widget, const QString& what) {
    widget->setToolTip(what);
    widget->setAccessibleName(what);
  };
  name(attack_, tr("The attack"));
  name(second_, tr("Which way the plane goes upwards: at random, or along a second attack"));
  target_->setAccessibleName(tr("The class that the attack is to reach"));
  if (source_.model) fillChoices();
  header().setHelp(
      tr("What Draw shows"),
      {tr("Draw a digit, or bring a picture: it is centred and scaled as the training data are, and every λ reads it "
          "at "
          "once. Below it is attacked: x_adv, what was changed (magnified), and why the verdict moved."),
       tr("“Why” gives each pixel its share in the change of the margin, the logit of what was read less that of what "
          "is "
          "read now: integrated gradients along the straight way from x to x_adv. The shares add up to the figure "
          "below "
          "the picture."),
       tr("The square is a plane through the image: to the right along the attack, upwards a second direction. Colours "
          "are verdicts, their strength is confidence; within the dashed border lies what the attack may do. Pixels "
          "are "
          "kept within the range of an image.")});
  refresh();
}

}  // namespace sparring::ui
