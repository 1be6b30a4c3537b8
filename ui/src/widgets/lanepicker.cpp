#include "widgets/lanepicker.h"

#include <QSignalBlocker>
#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace sparring::ui {

LanePicker::LanePicker(QWidget* parent) : QComboBox(parent) {
  setSizeAdjustPolicy(AdjustToContents);
  hide();
  connect(this, &QComboBox::activated, this, [this] { Q_EMIT laneChosen(lane()); });
}

void LanePicker::setLambdas(const std::vector<double>& lambdas) {
  if (lambdas == lambdas_) return;
  lambdas_ = lambdas;
  const int before = lane();
  std::vector<int> order(lambdas.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return lambdas[size_t(a)] < lambdas[size_t(b)]; });
  const QSignalBlocker quiet(this);
  clear();
  for (const int lane : order) addItem(lambdaName(lambdas[size_t(lane)]), lane);
  setCurrentIndex(std::max(0, findData(before)));
  setVisible(count() > 1);
}

void LanePicker::setLane(int lane) { setCurrentIndex(std::max(0, findData(lane))); }

int LanePicker::lane() const { return currentData().isValid() ? currentData().toInt() : 0; }

}  // namespace sparring::ui
