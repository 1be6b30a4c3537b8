// Which columns the list of runs has: a menu of every parameter and figure.
#pragma once

#include <QToolButton>
#include <string>
#include <vector>

class QMenu;

namespace sparring::ui {

class RunsTree;

class ColumnsButton : public QToolButton {
  Q_OBJECT
 public:
  /// `model`, whose columns it offers, must outlive it.
  explicit ColumnsButton(const RunsTree& model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void columnsChosen(const std::vector<std::string>& columns);  ///< as RunsTree::setColumns() takes them

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void toggle(const std::string& key, bool on);
  void retranslate();

  const RunsTree& model_;
  QMenu* menu_ = nullptr;
};

}  // namespace sparring::ui
