// A layout that sets its items in lines, like words; one that would like to expand takes what is left of its line.
#pragma once

#include <QLayout>
#include <vector>

namespace sparring::ui {

class FlowLayout : public QLayout {
  Q_OBJECT
 public:
  explicit FlowLayout(QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  int count() const override;
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize minimumSize() const override;
  QSize sizeHint() const override;
  void setGeometry(const QRect& rect) override;

 private:
  /// Height needed for the width of `rect`; moves the items too when `place`.
  int arrange(const QRect& rect, bool place) const;
  size_t endOfLine(size_t begin, int width) const;

  std::vector<QLayoutItem*> items_;
};

}  // namespace sparring::ui
