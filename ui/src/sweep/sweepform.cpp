#include "sweep/sweepform.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "base/theme.h"
#include "sparring/error.h"
#include "sparring/presets.h"
#include "sweep/sweeptext.h"
#include "sweep/variedrow.h"

namespace sparring::ui {
namespace {

constexpr std::chrono::milliseconds kTypingPause{150};

QSpinBox* spinBox(int low, int high, QWidget* parent) {
  auto* box = new QSpinBox(parent);
  box->setRange(low, high);
  box->setAccelerated(true);
  box->setGroupSeparatorShown(true);
  return box;
}

/// What is proposed first: numbers that are searched over decades, of which there is not one right value.
std::string usualParameter() {
  for (const ParamRow& row : paramTable())
    if (VariedRow::offered(row) && row.range.scale == Scale::Log && row.apply == Apply::Live) return row.key;
  return paramTable().front().key;
}

/// What makes the wished settings of the preset.
std::vector<std::string> settingsOver(const Params& preset, const Params& wished) {
  std::vector<std::string> settings;
  for (const ParamRow& row : paramTable())
    if (const std::string value = paramText(wished, row); value != paramText(preset, row))
      settings.push_back(row.key + "=" + value);
  return settings;
}

struct Counted {
  size_t runs = 0;
  std::vector<int64_t> budgets;
};

}  // namespace

SweepForm::SweepForm(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->addWidget(makeRows());
  fields_ = new QFormLayout;
  fields_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  fields_->setRowWrapPolicy(QFormLayout::DontWrapRows);
  makeFields();
  column->addLayout(fields_);
  count_ = new QLabel(this);
  count_->setWordWrap(true);
  auto* bottom = new QHBoxLayout;
  forecast_ = new QPushButton(this);
  foretold_ = new QLabel(this);
  foretold_->setWordWrap(true);
  bottom->addWidget(forecast_);
  bottom->addWidget(foretold_, 1);
  column->addWidget(count_);
  column->addLayout(bottom);
  column->addStretch(1);
  pause_.setSingleShot(true);
  pause_.setInterval(kTypingPause);
  connect(&pause_, &QTimer::timeout, this, &SweepForm::countRuns);
  connect(forecast_, &QPushButton::clicked, this, &SweepForm::foretell);
  connect(add_, &QPushButton::clicked, this, [this] {
    if (rows_.empty()) return vary(usualParameter());
    for (const ParamRow& row : paramTable())
      if (VariedRow::offered(row) && matters(row.key, wished_) &&
          std::ranges::find(rows_, row.key, &VariedRow::key) == rows_.end())
        return vary(row.key);
  });
  addRow(usualParameter());
  retranslate();
}

QWidget* SweepForm::makeRows() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  varies_ = new QLabel(box);
  QFont bold = varies_->font();
  bold.setBold(true);
  varies_->setFont(bold);
  lines_ = new QVBoxLayout;
  lines_->setSpacing(2);
  add_ = new QPushButton(box);
  column->addWidget(varies_);
  column->addLayout(lines_);
  column->addWidget(add_, 0, Qt::AlignLeft);
  return box;
}

void SweepForm::makeFields() {
  strategy_ = new QComboBox(this);
  runs_ = spinBox(1, 10'000, this);
  runs_->setValue(20);
  seeds_ = spinBox(1, 100, this);
  metric_ = new QLineEdit(QStringLiteral("clean"), this);
  halving_ = spinBox(0, 100, this);
  lengthRow_ = new QWidget(this);
  auto* lengths = new QHBoxLayout(lengthRow_);
  lengths->setContentsMargins(0, 0, 0, 0);
  length_ = spinBox(0, 1'000'000'000, lengthRow_);
  unit_ = new QComboBox(lengthRow_);
  lengths->addWidget(length_, 1);
  lengths->addWidget(unit_);
  jobs_ = spinBox(1, 1024, this);
  runner_ = new QComboBox(this);
  partition_ = new QLineEdit(this);
  time_ = new QLineEdit(this);
  cpus_ = spinBox(1, 1024, this);
  for (QWidget* field : std::initializer_list<QWidget*>{strategy_, runs_, seeds_, metric_, halving_, lengthRow_, jobs_,
                                                        runner_, partition_, time_, cpus_}) {
    auto* name = new QLabel(this);
    name->setBuddy(field);
    fields_->addRow(name, field);
  }
  for (QSpinBox* box : {runs_, seeds_, halving_, length_, jobs_, cpus_})
    connect(box, &QSpinBox::valueChanged, this, &SweepForm::edited);
  for (QComboBox* box : {strategy_, unit_, runner_}) {
    connect(box, &QComboBox::currentIndexChanged, this, &SweepForm::edited);
    connect(box, &QComboBox::currentIndexChanged, this, &SweepForm::showFields);
  }
  for (QLineEdit* entry : {metric_, partition_, time_})
    connect(entry, &QLineEdit::textChanged, this, &SweepForm::edited);
}

void SweepForm::addRow(const std::string& key, const QString& values) {
  auto* row = new VariedRow(key, wished_, this);
  if (!values.isNull()) row->setValues(values);
  rows_.push_back(row);
  lines_->addWidget(row);
  connect(row, &VariedRow::changed, this, &SweepForm::edited);
  connect(row, &VariedRow::removeAsked, this, [this, row] { removeRow(row); });
  edited();
}

void SweepForm::removeRow(VariedRow* row) {
  std::erase(rows_, row);
  row->hide();
  row->deleteLater();
  if (rows_.empty())
    add_->setFocus();
  else
    rows_.back()->entry().setFocus();
  edited();
}

void SweepForm::vary(const std::string& key) {
  if (std::ranges::find(rows_, key, &VariedRow::key) == rows_.end()) addRow(key);
  VariedRow* row = *std::ranges::find(rows_, key, &VariedRow::key);
  row->entry().setFocus();
  row->entry().selectAll();
}

void SweepForm::setWished(const Params& wished, const std::string& preset) {
  if (wished == wished_ && preset == preset_) return;
  wished_ = wished;
  preset_ = preset;
  for (VariedRow* row : rows_) row->setWished(wished);
  edited();
}

SweepSpec SweepForm::spec() const {
  SweepSpec spec;
  spec.preset = preset_;
  spec.settings = settingsOver(preset_.empty() ? presets().front().params : preset(preset_).params, wished_);
  for (const VariedRow* row : rows_)
    spec.vary.push_back(parseVariation(row->key() + "=" + row->values().toStdString()));
  std::erase_if(spec.settings, [&spec](const std::string& setting) {
    return std::ranges::find(spec.vary, setting.substr(0, setting.find('=')), &Variation::key) != spec.vary.end();
  });
  spec.metric = metric_->text().trimmed().toStdString();
  spec.strategy = strategy_->currentData().toString().toStdString();
  if (spec.strategy != "grid") spec.runs = runs_->value();
  spec.seeds = seeds_->value();
  spec.halving = halving_->value();
  if (length_->value() > 0) (unit_->currentData().toString() == "steps" ? spec.steps : spec.epochs) = length_->value();
  spec.jobs = jobs_->value();
  spec.runner = runner_->currentData().toString().toStdString();
  if (spec.runner == "slurm") {
    spec.slurm.partition = partition_->text().trimmed().toStdString();
    spec.slurm.time = time_->text().trimmed().toStdString();
    spec.slurm.cpus = cpus_->value();
  }
  return spec;
}

QString SweepForm::count() const { return count_->text(); }
QString SweepForm::foretold() const { return foretold_->text(); }

void SweepForm::edited() {
  if (!foretold_) return;
  forecaster_.cancel();
  foretold_->clear();
  if (isVisible()) pause_.start();
}

void SweepForm::countRuns() {
  const auto say = [this](const QString& words, bool valid) {
    count_->setText(words);
    count_->setStyleSheet(valid ? QString() : QStringLiteral("color: %1;").arg(theme::bad().name()));
    valid_ = valid;
    forecast_->setEnabled(valid);
    Q_EMIT changed();
  };
  SweepSpec asked;
  try {
    asked = spec();
  } catch (const Error& error) {  // which stands at its line too
    counter_.drop();
    return say(text(error).replace(u'\n', u' '), false);
  }
  counter_.run(
      [asked] {
        const size_t runs = runsOf(asked).size();
        return Counted{runs, budgetsOf(asked, runs)};
      },
      [this, say, asked](auto outcome) {
        if (outcome.error) return say(text(*outcome.error).replace(u'\n', u' '), false);
        const Counted& counted = *outcome.value;
        say(runsText(int64_t(counted.runs), asked, counted.budgets), true);
      });
}

void SweepForm::foretell() {
  SweepSpec asked;
  try {
    asked = spec();
  } catch (const Error& error) {
    return foretold_->setText(text(error));
  }
  foretold_->setText(tr("Some of the runs are tried for a few seconds…"));
  forecaster_.start(
      [asked](const Job::Watch& watch) { return sweepSeconds(asked, [&watch] { return !watch(0, 0); }); },
      [this](auto outcome) {
        foretold_->setText(
            outcome.error ? text(*outcome.error)
                          : tr("About %1 on this machine, as busy as it is now.").arg(roughDuration(*outcome.value)));
      });
}

void SweepForm::showFields() {
  fields_->setRowVisible(runs_, strategy_->currentData().toString() != "grid");
  const bool slurm = runner_->currentData().toString() == "slurm";
  for (QWidget* field : std::initializer_list<QWidget*>{partition_, time_, cpus_}) fields_->setRowVisible(field, slurm);
}

QJsonObject SweepForm::state() const {
  QJsonArray vary;
  for (const VariedRow* row : rows_)
    vary.append(QJsonObject{{"key", QString::fromStdString(row->key())}, {"values", row->values()}});
  return {{"vary", vary},
          {"strategy", strategy_->currentData().toString()},
          {"runs", runs_->value()},
          {"seeds", seeds_->value()},
          {"metric", metric_->text()},
          {"halving", halving_->value()},
          {"length", length_->value()},
          {"unit", unit_->currentData().toString()},
          {"jobs", jobs_->value()},
          {"runner", runner_->currentData().toString()},
          {"partition", partition_->text()},
          {"time", time_->text()},
          {"cpus", cpus_->value()}};
}

void SweepForm::setState(const QJsonObject& state) {
  if (state["vary"].isArray()) {
    while (!rows_.empty()) removeRow(rows_.back());
    for (const QJsonValue& one : state["vary"].toArray()) {
      const std::string key = one["key"].toString().toStdString();
      if (std::ranges::find(paramTable(), key, &ParamRow::key) != paramTable().end())
        addRow(key, one["values"].toString());
    }
  }
  const auto number = [&state](const char* key, QSpinBox* box) {
    if (state[key].isDouble()) box->setValue(state[key].toInt());
  };
  const auto choice = [&state](const char* key, QComboBox* box) {
    if (const int index = box->findData(state[key].toString()); index >= 0) box->setCurrentIndex(index);
  };
  const auto words = [&state](const char* key, QLineEdit* entry) {
    if (state[key].isString()) entry->setText(state[key].toString());
  };
  number("runs", runs_);
  number("seeds", seeds_);
  number("halving", halving_);
  number("length", length_);
  number("jobs", jobs_);
  number("cpus", cpus_);
  choice("strategy", strategy_);
  choice("unit", unit_);
  choice("runner", runner_);
  words("metric", metric_);
  words("partition", partition_);
  words("time", time_);
}

void SweepForm::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  pause_.start();
}

void SweepForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange && count_) edited();
}

void SweepForm::retranslate() {
  varies_->setText(tr("What varies"));
  add_->setText(tr("Add a &parameter"));
  const auto refill = [](QComboBox* box, std::initializer_list<std::pair<QString, const char*>> items) {
    const QSignalBlocker quiet(box);
    const int index = std::max(0, box->currentIndex());
    box->clear();
    for (const auto& [text, data] : items) box->addItem(text, QString::fromLatin1(data));
    box->setCurrentIndex(index);
  };
  refill(strategy_, {{tr("grid: every combination"), "grid"},
                     {tr("random: drawn over the ranges"), "random"},
                     {tr("Sobol: drawn, and evenly"), "sobol"}});
  refill(unit_, {{tr("epochs"), "epochs"}, {tr("steps"), "steps"}});
  refill(runner_, {{tr("this machine"), "local"}, {tr("Slurm"), "slurm"}});
  halving_->setSpecialValueText(tr("none: all runs go on"));
  halving_->setPrefix(tr("1 in "));
  length_->setSpecialValueText(tr("as the settings say"));
  const auto name = [this](QWidget* field, const QString& title, const QString& tip) {
    auto* label = static_cast<QLabel*>(fields_->labelForField(field));
    label->setText(title);
    label->setToolTip(tip);
    field->setToolTip(tip);
    QString spoken = withoutMnemonic(title);
    spoken.remove(u':');
    spoken.remove(u'：');
    field->setAccessibleName(spoken);
  };
  name(strategy_, tr("Strateg&y:"), tr("How the combinations are chosen"));
  name(runs_, tr("C&ombinations:"), tr("How many are drawn; the same ones every time"));
  name(seeds_, tr("See&ds:"), tr("So many runs of each combination; their mean is what counts"));
  name(metric_, tr("&Best by:"),
       tr("What the runs are compared by: clean, an attack (pgd:eps=0.1), or a loss by name (L). An accuracy is "
          "measured "
          "on the whole test set after the training."));
  name(halving_, tr("Ha&lving:"),
       tr("Asynchronous successive halving (ASHA): all are trained to a fraction of the length, and only the best 1 in "
          "so many go on to so many times that."));
  name(lengthRow_, tr("Len&gth:"), tr("How long a run is, phases counted"));
  lengthRow_->setFocusProxy(length_);
  length_->setAccessibleName(lengthRow_->accessibleName());
  length_->setToolTip(lengthRow_->toolTip());
  unit_->setAccessibleName(tr("Unit of the length"));
  name(jobs_, tr("At one ti&me:"), tr("So many runs side by side; they share the processors of this machine"));
  name(runner_, tr("&Where:"), tr("Where the runs are trained: processes of this machine, or jobs of a cluster"));
  name(partition_, tr("Partitio&n:"), tr("Of Slurm's machines; empty: the usual one"));
  name(time_, tr("Time l&imit:"), tr("How long Slurm lets a job run: 2:00:00; empty: the usual one"));
  name(cpus_, tr("P&rocessors:"), tr("That Slurm gives each run"));
  forecast_->setText(tr("Fore&cast"));
  forecast_->setToolTip(tr("Tries some of the runs for a moment and says how long all would take"));
  showFields();
  edited();
}

}  // namespace sparring::ui
