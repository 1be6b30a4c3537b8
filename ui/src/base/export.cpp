#include "base/export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>
#include <QtGlobal>

namespace sparring::ui {
namespace {

constexpr int kDotsPerInch = 96;  ///< a logical pixel in SVG and PDF, so that fonts keep their size
constexpr double kPngScale = 2;

QByteArray pngBytes(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG"))
    throw Error({QT_TRANSLATE_NOOP("core", "The picture could not be encoded as PNG."), {}},
                {QT_TRANSLATE_NOOP("core", "There may be too little memory for a picture of this size."), {}});
  return bytes;
}

QByteArray svgBytes(QSize size, const PaintFunction& paint) {
  QBuffer buffer;
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(kDotsPerInch);
  generator.setSize(size);
  generator.setViewBox(QRect(QPoint(), size));
  generator.setTitle(QStringLiteral("Sparring"));
  paint(generator, size);
  return buffer.data();
}

QByteArray pdfBytes(QSize size, const PaintFunction& paint) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(kDotsPerInch);
  writer.setTitle(QStringLiteral("Sparring"));
  writer.setPageSize(QPageSize(QSizeF(size) / kDotsPerInch, QPageSize::Inch));
  writer.setPageMargins(QMarginsF());
  paint(writer, size);
  return buffer.data();
}

QString& lastFolder() {
  static QString folder;
  return folder;
}

QString& shownRun() {
  static QString run;
  return run;
}

}  // namespace

void writeWhole(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return;
  throw Error(
      {QT_TRANSLATE_NOOP("core", "Cannot write %1: %2."), {path.toStdString(), file.errorString().toStdString()}},
      {QT_TRANSLATE_NOOP("core", "Choose a folder that exists and that you may write to."), {}});
}

void writeImage(const QString& path, const QImage& image) { writeWhole(path, pngBytes(image)); }

void writeDrawing(const QString& path, QSize size, const PaintFunction& paint) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  if (suffix == QLatin1String("svg")) return writeWhole(path, svgBytes(size, paint));
  if (suffix == QLatin1String("pdf")) return writeWhole(path, pdfBytes(size, paint));
  if (suffix != QLatin1String("png"))
    throw Error({QT_TRANSLATE_NOOP("core", "Cannot tell from the name %1 which kind of picture to write."),
                 {QFileInfo(path).fileName().toStdString()}},
                {QT_TRANSLATE_NOOP("core", "End the name in .png, .svg or .pdf."), {}}, Error::Kind::Usage);
  QImage image(size * kPngScale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(kPngScale);
  paint(image, size);
  writeImage(path, image);
}

std::filesystem::path freeFolder(const std::filesystem::path& folder) {
  std::filesystem::path free = folder;
  std::error_code none;
  for (int i = 2; std::filesystem::exists(free, none); ++i) free = folder.string() + "-" + std::to_string(i);
  return free;
}

QString exportFolder() {
  if (QDir(lastFolder()).exists() && !lastFolder().isEmpty()) return lastFolder();
  const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  return QDir(pictures).exists() ? pictures : QDir::homePath();
}

QString exportName(const QString& name) { return shownRun().isEmpty() ? name : shownRun() + u'-' + name; }
void setExportRun(const QString& run) { shownRun() = run; }

void setExportFolder(const QString& folder) { lastFolder() = folder; }

QString askTablePath(QWidget* parent, const QString& name) {
  QString path = QFileDialog::getSaveFileName(parent, QCoreApplication::translate("export", "Export"),
                                              QStringLiteral("%1/%2.csv").arg(exportFolder(), exportName(name)),
                                              QCoreApplication::translate("export", "Table as CSV (*.csv)"));
  if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty()) path += QLatin1String(".csv");
  if (!path.isEmpty()) setExportFolder(QFileInfo(path).absolutePath());
  return path;
}

QString askExportPath(QWidget* parent, const QString& name, bool drawing) {
  const QString png = QCoreApplication::translate("export", "PNG picture (*.png)");
  const QStringList kinds = drawing ? QStringList{png, QCoreApplication::translate("export", "SVG drawing (*.svg)"),
                                                  QCoreApplication::translate("export", "PDF document (*.pdf)")}
                                    : QStringList{png};
  QString chosen;
  QString path = QFileDialog::getSaveFileName(parent, QCoreApplication::translate("export", "Export"),
                                              QStringLiteral("%1/%2.png").arg(exportFolder(), exportName(name)),
                                              kinds.join(QLatin1String(";;")), &chosen);
  // a name typed without a suffix takes that of the kind chosen beside it
  if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
    path += chosen.contains(QLatin1String("svg")) ? ".svg" : chosen.contains(QLatin1String("pdf")) ? ".pdf" : ".png";
  if (!path.isEmpty()) setExportFolder(QFileInfo(path).absolutePath());
  return path;
}

}  // namespace sparring::ui
