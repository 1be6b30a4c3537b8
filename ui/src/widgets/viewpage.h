// A page of the window: a header, rows of controls, and below them what it shows, or words while there is nothing.
#pragma once

#include <QByteArray>
#include <QWidget>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/exportitem.h"
#include "base/notice.h"
#include "sparring/attack.h"
#include "sparring/params.h"

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace sparring::ui {

class ViewHeader;

/// Images of the test set that were chosen on a page.
struct ChosenImages {
  std::vector<int64_t> index;             ///< ascending
  std::optional<AttackSpec> attack = {};  ///< that they were seen under
};

/// What the window needs of a page besides its row in window/pages.cpp. All of it may be left as it is.
class ViewPage : public QWidget {
  Q_OBJECT
 public:
  /// What is going on, in a sentence: said where there is nothing to show.
  void setStanding(const QString& standing);
  /// What stands there while there is nothing to show.
  virtual QString words() const { return standing(); }

  /// What its tab says, where that is not what its row says.
  virtual QString tabTitle() const { return {}; }

  /// What the user set here, for the window's settings: a JSON object, empty where there is nothing to be kept.
  virtual QByteArray saveState() const { return {}; }
  /// What cannot be read is passed over.
  virtual void restoreState(const QByteArray&) {}

  /// Shows an image of the test set closely; false: that is not what this page does.
  virtual bool openImage(int64_t /*index*/) { return false; }
  /// Takes an image of the test set as one to be changed and read; false: that is not what this page does.
  virtual bool readImage(int64_t /*index*/) { return false; }
  /// Shows these images beside each other; false: that is not what this page does.
  virtual bool openImages(const ChosenImages& /*images*/) { return false; }

  /// Whether what it shows is still being made, off the window's thread.
  virtual bool busy() const { return false; }

  const std::vector<ExportItem>& exports() const;  ///< what of it can be written

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);  ///< something went wrong here, or was written
  void tabTitleChanged();
  void exportAsked(const QString& item);                       ///< by its id
  void imageAsked(qint64 index);                               ///< of the test set, for the page that shows it closely
  void readAsked(qint64 index);                                ///< likewise, for the page where it is changed and read
  void imagesAsked(const sparring::ui::ChosenImages& images);  ///< for the page that shows them beside each other
  void pageAsked(const QString& id);
  void wishAsked(const sparring::Params& params, const std::string& preset);  ///< for the next run
  void runsChanged();  ///< there are others in the runs folder, or some have come to more

 protected:
  explicit ViewPage(QWidget* parent);

  ViewHeader& header() const { return *header_; }
  const QString& standing() const { return standing_; }
  void setMargin(int margin);          ///< around everything
  void addRow(QWidget* row);           ///< above what is shown, from top to bottom
  void addContent(QWidget* content);   ///< one of those that can be shown
  void showContent(QWidget* content);  ///< with the keyboard on it
  void showWords();                    ///< instead of any content
  bool shows(const QWidget* content) const;
  QSize contentSize() const;  ///< the room for what is shown

 private:
  QString standing_;
  QVBoxLayout* rows_ = nullptr;
  ViewHeader* header_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QLabel* words_ = nullptr;
};

}  // namespace sparring::ui
