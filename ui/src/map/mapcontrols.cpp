#include "map/mapcontrols.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "base/attacktext.h"
#include "base/text.h"
#include "widgets/flowlayout.h"
#include "widgets/lanepicker.h"
#include "widgets/valueslider.h"

namespace sparring::ui {

MapControls::MapControls(QWidget* parent) : QWidget(parent) {
  const auto box = [this](std::initializer_list<const char*> choices) {
    auto* box = new QComboBox(this);
    for (const char* choice : choices) box->addItem(QString(), QString::fromLatin1(choice));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
    return box;
  };
  method_ = box({"pca", "tsne"});
  beside_ = box({"arrows", "before-after", "lanes"});
  other_ = new LanePicker(this);
  colouring_ = box({"class", "verdict", "margin"});
  attack_ = box({});
  for (const AttackInfo& info : attacks()) attack_->addItem(QString(), QString::fromStdString(info.name));
  attack_->setCurrentIndex(attack_->findData(QStringLiteral("pgd")));
  makeSlider();
  auto* layout = new FlowLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(fontMetrics().height() / 4);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{method_, beside_, other_, colouring_, attack_, level_, strength_})
    layout->addWidget(widget);
  retranslate();
  chooseAttack();
  connect(method_, &QComboBox::currentIndexChanged, this, &MapControls::measureAsked);
  connect(beside_, &QComboBox::currentIndexChanged, this, &MapControls::chooseBeside);
  connect(other_, &LanePicker::laneChosen, this, &MapControls::measureAsked);
  connect(colouring_, &QComboBox::currentIndexChanged, this, &MapControls::drawingAsked);
  connect(attack_, &QComboBox::currentIndexChanged, this, [this] {
    chooseAttack();
    Q_EMIT measureAsked();
  });
  connect(level_, &QSlider::valueChanged, this, [this](int position) {
    strength_->setText(textOf(position));
    Q_EMIT drawingAsked();
  });
}

void MapControls::makeSlider() {
  level_ = new ValueSlider(this);
  level_->setMinimumWidth(9 * fontMetrics().height());
  level_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  level_->setPageStep(1);
  level_->setTickPosition(QSlider::TicksBelow);
  level_->setTickInterval(1);
  level_->setMeaning(
      [this](int position) {
        return position > 0 && position <= std::ssize(strengths_) ? strengths_[size_t(position) - 1] : 0;
      },
      [this](double value) {
        const auto nearest =
            std::ranges::min_element(strengths_, {}, [value](double s) { return std::abs(s - value); });
        return nearest == strengths_.end() ? 0 : int(nearest - strengths_.begin()) + 1;
      });
  strength_ = new QLabel(this);
  strength_->setMinimumHeight(attack_->sizeHint().height());  // on a line with the boxes
  level_->setMinimumHeight(attack_->sizeHint().height());
}

void MapControls::chooseAttack() {
  const AttackSpec attack = this->attack();
  strengths_ = mapStrengths(attack.name);
  const QSignalBlocker quiet(level_);
  level_->setRange(0, int(strengths_.size()));
  level_->setValue(level_->positionOf(attackInfo(attack.name).strength().standard));
  int widest = 0;
  for (int i = 0; i <= level_->maximum(); ++i) widest = std::max(widest, fontMetrics().horizontalAdvance(textOf(i)));
  strength_->setMinimumWidth(widest);  // what follows stays where it is
  strength_->setText(textOf(level_->value()));
}

void MapControls::chooseBeside() {
  other_->setVisible(beside() == MapBeside::Lanes && lambdas_.size() > 2);
  Q_EMIT measureAsked();
}

void MapControls::setLambdas(const std::vector<double>& lambdas) {
  lambdas_ = lambdas;
  other_->setLambdas(lambdas);
  other_->setVisible(beside() == MapBeside::Lanes && lambdas.size() > 2);
}

MapMethod MapControls::method() const { return MapMethod(method_->currentIndex()); }
MapBeside MapControls::beside() const { return MapBeside(beside_->currentIndex()); }
MapColouring MapControls::colouring() const { return MapColouring(colouring_->currentIndex()); }
AttackSpec MapControls::attack() const { return parseAttack(attack_->currentData().toString().toStdString()); }

std::optional<size_t> MapControls::level() const {
  return level_->value() > 0 ? std::optional(size_t(level_->value() - 1)) : std::nullopt;
}

std::optional<AttackSpec> MapControls::attackThen() const {
  const auto level = this->level();
  return level ? std::optional(atStrength(attack(), strengths_[*level])) : std::nullopt;
}

std::vector<int> MapControls::lanes(int lane) const {
  lane = std::clamp(lane, 0, std::max(0, int(lambdas_.size()) - 1));
  if (beside() != MapBeside::Lanes || lambdas_.size() < 2) return {lane};
  std::vector<int> lanes{other_->lane() != lane ? other_->lane() : lane == 0 ? 1 : 0, lane};
  std::ranges::stable_sort(lanes, {}, [this](int k) { return lambdas_[size_t(k)]; });
  return lanes;
}

QString MapControls::levelText() const { return textOf(level_->value()); }

QString MapControls::textOf(int position) const {
  if (position == 0) return tr("clean");
  return QStringLiteral("%1 = %2").arg(symbol(attackInfo(attack().name).strength()),
                                       localNumber(strengths_[size_t(position - 1)]));
}

std::vector<std::pair<QString, QComboBox*>> MapControls::boxes() const {
  return {{QStringLiteral("method"), method_},
          {QStringLiteral("beside"), beside_},
          {QStringLiteral("colouring"), colouring_},
          {QStringLiteral("attack"), attack_}};
}

QJsonObject MapControls::state() const {
  QJsonObject state;
  for (const auto& [name, box] : boxes()) state[name] = box->currentData().toString();
  state["strength"] = level_->value() > 0 ? QJsonValue(level_->valueAt(level_->value())) : QJsonValue("clean");
  return state;
}

void MapControls::restore(const QJsonObject& state) {
  for (const auto& [name, box] : boxes())
    if (const int index = box->findData(state[name].toString()); index >= 0) box->setCurrentIndex(index);
  const QJsonValue strength = state["strength"];
  if (strength.isDouble()) level_->setValue(level_->positionOf(strength.toDouble()));
  if (strength == QJsonValue("clean")) level_->setValue(0);
}

void MapControls::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MapControls::retranslate() {
  const auto items = [](QComboBox* box, const QStringList& texts) {
    for (int i = 0; i < box->count(); ++i) box->setItemText(i, texts[i]);
  };
  items(method_, {tr("PCA"), tr("t-SNE")});
  items(beside_, {tr("Arrows"), tr("Before | after"), tr("λ | λ")});
  items(colouring_, {tr("By class"), tr("By verdict"), tr("By margin")});
  for (int i = 0; i < attack_->count(); ++i) {
    const std::string name = attack_->itemData(i).toString().toStdString();
    attack_->setItemText(i, attackName(name));
    attack_->setItemData(i, attackHelp(name), Qt::ToolTipRole);
  }
  const auto name = [](QWidget* widget, const QString& what) {
    widget->setToolTip(what);
    widget->setAccessibleName(what);
  };
  name(method_, tr("How the features are laid into the plane: PCA shows two directions exactly, t-SNE keeps neighbours "
                   "together"));
  name(beside_, tr("One map with arrows, the attacked images before and after, or two classifiers beside each other"));
  name(other_, tr("The classifier beside the one shown"));
  name(colouring_, tr("What colours tell"));
  name(attack_, tr("The attack"));
  name(level_, tr("Strength of the attack: stops only where it was measured"));
  if (!strengths_.empty()) strength_->setText(levelText());
}

}  // namespace sparring::ui
