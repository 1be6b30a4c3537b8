// How the values of an axis lie along it: evenly, by their logarithms, or one beside the other. No widget.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace sparring::ui {

struct AxisScale {
  double low = 0, high = 1;  ///< of numbers; of a logarithmic scale both above 0
  bool log = false;
  bool percent = false;            ///< shares
  QStringList choices = {};        ///< where there are some, values are their indices
  std::vector<double> marks = {};  ///< the only values there are, where they are few; ascending
  bool operator==(const AxisScale&) const = default;

  /// Numbers from the lowest of `values` to the highest, those that are not finite passed over.
  static AxisScale over(const std::vector<double>& values, bool log);

  double share(double value) const;  ///< of the axis' length, from its beginning
  double value(double share) const;  ///< of choices the nearest
  struct Tick {
    double share = 0;
    QString text;
  };
  std::vector<Tick> ticks(int most) const;
  QString text(double value) const;
};

}  // namespace sparring::ui
