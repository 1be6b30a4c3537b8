// The left side of the page Draw: the sheet, what is done with it, and what the networks are shown of it.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "sparring/data.h"
#include "sparring/pictures.h"

class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;

namespace sparring::ui {

class DrawPad;

class DrawTools : public QWidget {
  Q_OBJECT
 public:
  explicit DrawTools(QWidget* parent = nullptr);

  /// Whose images are drawn, and can be taken. Keeps the sheet.
  void setData(std::shared_ptr<const Dataset> data);
  /// One image of the data's kind; none: the sheet is blank.
  const std::optional<Images>& image() const { return image_; }
  std::optional<int64_t> testImage() const { return test_; }  ///< where it is one
  std::optional<int> label() const;                           ///< likewise

  void take(int64_t index);            ///< a test image
  void bring(const Picture& picture);  ///< throws Error as fitted()
  void paste();                        ///< what the clipboard holds, if it is a picture
  void openFile(const QString& path);

  DrawPad& pad() { return *pad_; }
  QToolButton& eraser() { return *eraser_; }
  QToolButton& undoButton() { return *undo_; }

 Q_SIGNALS:
  void changed();  ///< image()
  void failed(const sparring::Error& error);

 protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void onDrawn();
  void attempt(const std::function<void()>& work);
  void askFile();
  void refresh();
  void retranslate();

  std::shared_ptr<const Dataset> data_;
  std::optional<Images> image_;
  std::optional<int64_t> test_;
  DrawPad* pad_ = nullptr;
  QToolButton *pen_ = nullptr, *eraser_ = nullptr, *undo_ = nullptr, *clear_ = nullptr;
  QToolButton *paste_ = nullptr, *open_ = nullptr, *random_ = nullptr;
  QSlider* thickness_ = nullptr;
  QSpinBox* number_ = nullptr;
  QLabel *thick_ = nullptr, *preview_ = nullptr, *previewWords_ = nullptr;
};

}  // namespace sparring::ui
