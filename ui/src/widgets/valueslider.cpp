#include "widgets/valueslider.h"

#include <QAccessibleWidget>
#include <algorithm>
#include <utility>

#include "widgets/speaking.h"

namespace sparring::ui {
namespace {

class SpokenSlider : public QAccessibleWidget, public QAccessibleValueInterface {
 public:
  explicit SpokenSlider(ValueSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider), slider_(*slider) {}

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  QVariant currentValue() const override { return slider_.valueAt(slider_.value()); }
  void setCurrentValue(const QVariant& value) override { slider_.setValue(slider_.positionOf(value.toDouble())); }
  QVariant maximumValue() const override { return slider_.valueAt(slider_.maximum()); }
  QVariant minimumValue() const override { return slider_.valueAt(slider_.minimum()); }
  QVariant minimumStepSize() const override {
    const int next = std::min(slider_.value() + slider_.singleStep(), slider_.maximum());
    return slider_.valueAt(next) - slider_.valueAt(slider_.value());
  }

 private:
  ValueSlider& slider_;
};

}  // namespace

ValueSlider::ValueSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent),
      valueAt_([](int position) { return position; }),
      positionOf_([](double value) { return int(value); }) {
  speakBy<ValueSlider, SpokenSlider>();
}

void ValueSlider::setMeaning(std::function<double(int)> valueAt, std::function<int(double)> positionOf) {
  valueAt_ = std::move(valueAt);
  positionOf_ = std::move(positionOf);
}

}  // namespace sparring::ui
