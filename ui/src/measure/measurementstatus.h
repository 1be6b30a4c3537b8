// Where the measurement of what the window shows stands, and what can be done about it.
#pragma once

#include <QObject>
#include <QString>

namespace sparring::ui {

class Examiner;
class Session;

/// One sentence for the pages that have nothing to show yet. The window's thread.
class MeasurementStatus : public QObject {
  Q_OBJECT
 public:
  /// Both must outlive all calls.
  MeasurementStatus(const Session& session, const Examiner& examiner, QObject* parent = nullptr);

  QString sentence() const;  ///< in the language of now
  void tell();               ///< as changed(), whether it has changed or not

 Q_SIGNALS:
  void changed(const QString& sentence);

 private:
  void refresh();
  QString unmeasured() const;

  const Session& session_;
  const Examiner& examiner_;
  QString told_;
};

}  // namespace sparring::ui
