#include "widgets/flowlayout.h"

#include <QWidget>
#include <algorithm>
#include <utility>

namespace sparring::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() {
  for (QLayoutItem* item : items_) delete item;
}

void FlowLayout::addItem(QLayoutItem* item) { items_.push_back(item); }

int FlowLayout::count() const { return int(items_.size()); }

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[size_t(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item) items_.erase(items_.begin() + index);
  return item;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
  int width = 0, height = 0;
  for (const QLayoutItem* item : items_) {
    width += item->sizeHint().width() + spacing();
    height = std::max(height, item->sizeHint().height());
  }
  const QMargins margins = contentsMargins();
  return QSize(std::max(0, width - spacing()) + margins.left() + margins.right(),
               height + margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

size_t FlowLayout::endOfLine(size_t begin, int width) const {
  size_t end = begin;
  for (int x = 0; end < items_.size(); ++end) {
    x += items_[end]->sizeHint().width();
    if (end > begin && x > width) break;
    x += spacing();
  }
  return end;
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
  const QRect inner = rect.marginsRemoved(contentsMargins());
  int y = inner.top();
  for (size_t begin = 0, end = 0; begin < items_.size(); begin = end) {
    end = endOfLine(begin, inner.width());
    int left = inner.width() + spacing(), line = 0;
    for (size_t i = begin; i < end; ++i) {
      left -= items_[i]->sizeHint().width() + spacing();
      line = std::max(line, items_[i]->sizeHint().height());
    }
    for (int x = inner.left(); place && begin < end; ++begin) {
      QSize size = items_[begin]->sizeHint();
      if (items_[begin]->expandingDirections() & Qt::Horizontal) size.rwidth() += std::exchange(left, 0);
      items_[begin]->setGeometry(QRect(QPoint(x, y), size));
      x += size.width() + spacing();
    }
    y += line + (end < items_.size() ? spacing() : 0);
  }
  const QMargins margins = contentsMargins();
  return y - inner.top() + margins.top() + margins.bottom();
}

}  // namespace sparring::ui
