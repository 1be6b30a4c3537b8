// One line over the views: what is shown, and what one should see or do.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sparring::ui {

class Headline : public QWidget {
  Q_OBJECT
 public:
  explicit Headline(QWidget* parent = nullptr);

  /// `title` bold, then `text`. `details` is the tooltip. `button` empty: none.
  void show(const QString& title, const QString& text, const QString& details, const QString& button);
  using QWidget::show;
  QString fullText() const { return title_ + " " + text_; }
  QPushButton& button() { return *button_; }

 Q_SIGNALS:
  void buttonClicked();

 private:
  QString title_;
  QString text_;
  QLabel* textLabel_ = nullptr;
  QPushButton* button_ = nullptr;
};

}  // namespace sparring::ui
