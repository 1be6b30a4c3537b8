// A strip under the views that says what happened and offers the next step.
#pragma once

#include <QWidget>
#include <deque>

#include "base/notice.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace sparring::ui {

/// One notice at a time, the latest; dismissing it shows the one before. A progress strip comes before all notices.
class MessageBar : public QWidget {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void add(const Notice& notice);
  void dismiss();  ///< the notice that is shown
  void clear();
  /// Takes away every notice that offers `action`: it has become pointless.
  void withdraw(NoticeAction action);
  /// Another run begins: what was said of a step of the one before, and what offers nothing, goes. Messages keep it.
  void beginRun();

  /// A long task: `total` 0 for unknown. Offers `action` (to cancel).
  void showProgress(const QString& text, qint64 done, qint64 total, NoticeAction action);
  void endProgress();

  int count() const { return static_cast<int>(notices_.size()); }
  QString shownText() const;

 Q_SIGNALS:
  void actionTriggered(sparring::ui::NoticeAction action);
  void openAsked(const QString& file);  ///< instead, of OpenFile and ShowFolder

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void refresh();

  std::deque<Notice> notices_;
  NoticeAction progressAction_ = NoticeAction::None;
  QString progressText_;
  bool progressing_ = false;
  QLabel* icon_ = nullptr;
  QLabel* text_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* button_ = nullptr;
  QToolButton* close_ = nullptr;
  QLabel* more_ = nullptr;
};

}  // namespace sparring::ui
