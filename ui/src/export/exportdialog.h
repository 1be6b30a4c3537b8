// One dialog for all that can be written: what, as what, where to.
#pragma once

#include <QDialog>
#include <QStringList>
#include <vector>

#include "base/notice.h"
#include "export/exportrun.h"

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace sparring::ui {

class AnimationForm;

class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  /// `chosen`: ids of the items that are marked to begin with. `shown` must outlive it.
  ExportDialog(Shown& shown, std::vector<ExportRow> rows, const QStringList& chosen, QWidget* parent);

  QTreeWidget& list() { return *list_; }
  QTreeWidgetItem* itemOf(const QString& id) const;  ///< null: there is none
  QComboBox* formatOf(const QString& id) const;      ///< likewise
  QLineEdit& folder() { return *folder_; }
  AnimationForm& animation() { return *animation_; }
  QPushButton& exportButton() { return *export_; }
  QPushButton& cancelButton() { return *cancel_; }
  QLabel& status() { return *status_; }

  void reject() override;  ///< while it writes, that ends, and the dialog stays

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);  ///< what was written, or why it could not be
  void ended();                                      ///< writing is over; all is shown as before

 private:
  void fill(const QStringList& chosen);
  void addRow(size_t row, QTreeWidgetItem* group, bool chosen);
  QWidget* makeWhere();
  QWidget* makeHow();
  std::vector<size_t> chosen() const;  ///< rows
  QString suffixOf(size_t row) const;
  QString pathOf(size_t row) const;
  void refresh();
  void write();
  void tellEnd(const QStringList& written, const std::optional<Error>& problem);
  void setWriting(bool writing);

  Shown& shown_;
  std::vector<ExportRow> rows_;
  std::vector<QTreeWidgetItem*> items_;  // a row each
  std::vector<QComboBox*> formats_;      // likewise
  QTreeWidget* list_ = nullptr;
  QWidget* choices_ = nullptr;  // all that is set here
  QComboBox* scale_ = nullptr;
  AnimationForm* animation_ = nullptr;
  QWidget* animated_ = nullptr;
  QLineEdit* folder_ = nullptr;
  QLabel* status_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* export_ = nullptr;
  QPushButton* cancel_ = nullptr;
  ExportRun* run_ = nullptr;  // while it writes
};

}  // namespace sparring::ui
