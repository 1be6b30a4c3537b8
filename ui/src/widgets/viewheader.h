// The row above a view: what it shows, its controls, "?" and Export.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <vector>

#include "base/export.h"
#include "base/notice.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sparring::ui {

class HelpButton;

class ViewHeader : public QWidget {
  Q_OBJECT
 public:
  explicit ViewHeader(QWidget* parent);

  void setCaption(const QString& caption);
  void setLead(QWidget* lead);  ///< in the place of the caption
  /// Between the caption and the buttons, from left to right.
  void addControl(QWidget* control);
  /// Shows the "?".
  void setHelp(const QString& name, const QStringList& paragraphs);
  QString help() const;  ///< as rich text

  /// A drawing that is written as PNG, SVG or PDF, all from the same size.
  struct Drawing {
    QString name;                    ///< as write() takes it
    std::function<QString()> label;  ///< in the menu, in the language of now
    QSize size;                      ///< logical pixels
    PaintFunction paint;
    std::function<QString()> file = {};  ///< the file name offered, where it is not `name`
  };
  /// What Export does; where there is more than one thing it opens a menu. `name` is the file name offered. Without any
  /// of it there is no Export.
  void addDrawing(Drawing drawing);
  void addPicture(const QString& name, std::function<QImage()> picture);
  void addTable(const QString& name, std::function<QString()> csv, std::function<QString()> label = {});
  void addCommand(std::function<QString()> label, std::function<void()> run);  ///< as copying to the clipboard
  void addSeparator();
  void setExportTip(const QString& tip);
  void setExportEnabled(bool enabled);

  /// Asks where to and writes the drawing or the picture of that name, as Export does.
  void write(const QString& name);

 Q_SIGNALS:
  void noticed(const sparring::ui::Notice& notice);  ///< an export was written where, or why it could not be

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Export {
    QString name;                    // empty: of nothing that write() knows
    std::function<QString()> label;  // in the language of now; null: a separator
    std::function<void()> run;
  };
  void addExport(Export what);
  /// Writes to the path, unless it is empty, and tells of it.
  void written(const QString& path, const std::function<void()>& write);
  void retranslate();

  QHBoxLayout* layout_ = nullptr;
  QLabel* caption_ = nullptr;
  HelpButton* help_ = nullptr;
  QToolButton* export_ = nullptr;
  std::vector<Export> exports_;
};

/// `paint` draws into [0,0,size] of a light sheet with the caption above; `scale` device pixels a logical one.
QImage captioned(const QFont& font, const QString& caption, QSizeF size, double scale,
                 const std::function<void(QPainter&)>& paint);

}  // namespace sparring::ui
