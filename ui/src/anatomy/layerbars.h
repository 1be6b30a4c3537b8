// The layers of a network as bars, the hidden ones to be made wider or narrower in place.
#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

class QToolButton;

namespace sparring::ui {

class LayerBars : public QWidget {
  Q_OBJECT
 public:
  explicit LayerBars(QWidget* parent);

  /// What it is given first, what it makes last. `now`: of the training that goes on, which keeps its own until the
  /// next start; the same, where there is none.
  void setWidths(const std::vector<int64_t>& wished, const std::vector<int64_t>& now, bool readOnly);
  const std::vector<int64_t>& widths() const { return widths_; }
  /// Of the network, for its buttons.
  void setName(const QString& name);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void edited(const std::vector<int64_t>& hidden);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  double column() const;
  void makeButtons();
  void placeButtons();
  void nameButtons();
  void scale(size_t layer, double by);

  std::vector<int64_t> widths_, now_;
  bool readOnly_ = false;
  QString name_;
  std::vector<QToolButton*> buttons_;  // narrower and wider of each hidden layer in turn
};

}  // namespace sparring::ui
