// The values of a list, each to be taken out by itself.
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace sparring::ui {

/// Nothing but "+" while there is one value: so a list is seen to be possible. Its height never changes; those for
/// which there is no room are in a menu.
class ValueChips : public QWidget {
  Q_OBJECT
 public:
  explicit ValueChips(QWidget* parent);

  /// `name`: what the values are of, "λ".
  void setName(const QString& name);
  void setValues(const QStringList& values);
  QToolButton& add() { return *add_; }
  QToolButton& rest() { return *rest_; }  ///< opens the menu; hidden where there is room for all
  const QList<QToolButton*>& chips() const { return chips_; }
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void removed(int index);
  void addAsked();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void refresh();
  void fillRest();

  QString name_;
  QStringList values_;
  QHBoxLayout* row_ = nullptr;
  QList<QToolButton*> chips_;
  QToolButton* rest_ = nullptr;
  QToolButton* add_ = nullptr;
};

}  // namespace sparring::ui
