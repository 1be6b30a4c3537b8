// One line of text that changes many times a second: a label whose change moves nothing around it.
#pragma once

#include <QWidget>

namespace sparring::ui {

/// As wide as the widest text it has shown since the font or the language changed, so that a new text is painted and
/// not laid out: a QLabel's has every layout up to the window's measure its widgets again. Text stands at the right.
class LiveText : public QWidget {
  Q_OBJECT
 public:
  explicit LiveText(QWidget* parent = nullptr);

  void setText(const QString& text);
  const QString& text() const { return text_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  int widthOf(const QString& text) const;

  QString text_;
  int widest_ = 0;
};

}  // namespace sparring::ui
