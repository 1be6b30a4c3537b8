// A few upright bars with a word below each and a figure above.
#pragma once

#include <optional>
#include <vector>

#include "base/theme.h"
#include "widgets/tilearea.h"

namespace sparring::ui {

class BarChart : public TileArea {
  Q_OBJECT
 public:
  struct Bar {
    QString label;        ///< below
    QString figure;       ///< above
    QString description;  ///< tooltip, screen readers
    double value = 0;     ///< NaN: not measured
    bool alarm = false;
  };
  explicit BarChart(QWidget* parent);

  void setTitle(const QString& title);
  /// The axis ends at `top`. `line`: a dashed level across all bars, with its name.
  void setBars(std::vector<Bar> bars, double top, std::optional<double> line = {}, const QString& lineName = {});
  const std::vector<Bar>& bars() const { return bars_; }

  void paint(QPainter& painter, QSizeF size, theme::Tone tone) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  int rowLength() const override { return 1; }

 protected:
  std::vector<QRectF> place(QSizeF size) const override;
  QString describe(int index) const override { return bars_[size_t(index)].description; }
  void enlarge(int index) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  double above() const;  ///< height of title and figures
  void paintBar(QPainter& painter, const Bar& bar, const QRectF& column, theme::Tone tone) const;

  QString title_;
  std::vector<Bar> bars_;
  double top_ = 1;
  std::optional<double> line_;
  QString lineName_;
};

}  // namespace sparring::ui
