// A page of the centre: a header, rows of controls, and below them what it shows, or words while there is nothing.
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace sparring::ui {

class ViewHeader;

class ViewPage : public QWidget {
  Q_OBJECT
 public:
  /// What is going on, in a sentence: said where there is nothing to show.
  void setStanding(const QString& standing);
  /// What stands there while there is nothing to show.
  virtual QString words() const = 0;

 Q_SIGNALS:
  void failed(const QString& message);  ///< an export or an attack went wrong: cause and hint

 protected:
  explicit ViewPage(QWidget* parent);

  ViewHeader& header() const { return *header_; }
  const QString& standing() const { return standing_; }
  void addRow(QWidget* row);           ///< above what is shown, from top to bottom
  void addContent(QWidget* content);   ///< one of those that can be shown
  void showContent(QWidget* content);  ///< with the keyboard on it
  void showWords();                    ///< instead of any content
  bool shows(const QWidget* content) const;

 private:
  QString standing_;
  QVBoxLayout* rows_ = nullptr;
  ViewHeader* header_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QLabel* words_ = nullptr;
};

}  // namespace sparring::ui
