// The row above a view: what it shows, its controls, "?" and Export.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sparring {

class HelpButton;

class ViewHeader : public QWidget {
  Q_OBJECT
 public:
  explicit ViewHeader(QWidget* parent);

  void setCaption(const QString& caption);
  /// Between the caption and the buttons, from left to right.
  void addControl(QWidget* control);
  /// Shows the "?".
  void setHelp(const QString& name, const QStringList& paragraphs);

  /// What Export writes; where there is more than one thing it opens a menu. `file` is the name offered.
  void addPicture(const QString& file, std::function<QImage()> picture);
  void addTable(const QString& file, std::function<QString()> csv);
  void setExportTip(const QString& tip);
  void setExportEnabled(bool enabled);

 Q_SIGNALS:
  void failed(const QString& message);  ///< an export could not be written: cause and hint

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Export {
    bool table;
    std::function<void()> write;
  };
  void add(Export item);
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

}  // namespace sparring
