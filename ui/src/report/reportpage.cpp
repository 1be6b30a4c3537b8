#include "report/reportpage.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>
#include <optional>
#include <span>

#include "base/metrictext.h"
#include "base/text.h"
#include "frontier/evaluations.h"
#include "frontier/lanemodel.h"
#include "report/reportverdict.h"

namespace sparring::ui {
namespace {

/// For tr() in plain functions.
struct Report {
  Q_DECLARE_TR_FUNCTIONS(report)
};

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString colours(theme::Tone tone, int lanes) {
  QString ofLanes;
  for (int lane = 0; lane < lanes; ++lane)
    ofLanes += QStringLiteral("--lane%1:%2;").arg(lane).arg(theme::lane(lane, lanes, tone).name());
  return QStringLiteral("--ink:%1;--muted:%2;--paper:%3;--panel:%4;--line:%5;--accent:%6;--good:%7;")
             .arg(theme::ink(tone).name(), theme::muted(tone).name(), theme::paper(tone).name(),
                  theme::panel(tone).name(), theme::grid(tone).name(), theme::accent(tone).name(),
                  theme::good(tone).name()) +
         ofLanes;
}

QString style(int lanes) {
  return QStringLiteral(R"(:root{color-scheme:light dark;%1}
@media(prefers-color-scheme:dark){:root{%2}}
body{margin:0;background:var(--panel);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
.sub{color:var(--muted);margin:.2rem 0 1.6rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem}
.card,figure,table{background:var(--paper);border:1px solid var(--line);border-radius:.5rem}
.card{padding:1rem 1.1rem}.card b{display:block;font-size:1.7rem;line-height:1.2}small{font-weight:400;color:var(--muted)}.card small{font-size:.9rem}.card span{color:var(--muted)}
figure{margin:1rem 0;padding:.5rem;overflow:hidden}img{display:block;max-width:100%;height:auto}
table{border-collapse:separate;border-spacing:0;width:100%;overflow:hidden}
td,th{padding:.4rem .8rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}th{color:var(--muted);font-weight:600}td.n{white-space:nowrap}
code{font-size:.9em}th span{display:block;font-weight:400}td b{color:var(--good)}
i{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.5em})")
      .arg(colours(theme::Tone::Light, lanes), colours(theme::Tone::Dark, lanes));
}

QString dataUri(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

QString figure(const QImage& light, const QImage& dark, const QString& words) {
  if (light.isNull()) return {};
  return QStringLiteral(
             "<figure><picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"%1\">"
             "<img src=\"%2\" width=\"%3\" alt=\"%4\"></picture></figure>\n")
      .arg(dataUri(dark), dataUri(light))
      .arg(int(light.deviceIndependentSize().width()))
      .arg(words.toHtmlEscaped());
}

/// First and last recorded value of a metric of the first lane at or after a step, and the last one's step.
struct Ends {
  double first = 0;
  double last = 0;
  int64_t step = 0;
};
std::optional<Ends> ends(const RunRecord& record, Metric metric, int64_t from = 0) {
  std::optional<Ends> found;
  for (const MetricPoint& point : record.points) {
    if (point.metric != metric || point.lane != 0 || point.step < from) continue;
    if (!found) found = Ends{point.value};
    found->last = point.value;
    found->step = point.step;
  }
  return found;
}

Share shareOf(double share, int64_t n) { return {std::llround(share * double(n)), n}; }

QString withInterval(double share, int64_t n) {
  if (n <= 0) return percentText(share);
  const auto [low, high] = shareOf(share, n).interval();
  return QStringLiteral("%1 <small>%2</small>")
      .arg(percentText(share), Report::tr("%1 to %2").arg(percentText(low), percentText(high)));
}

/// What the accuracies above stand on.
QString base(const RunRecord& record, int64_t n) {
  int64_t last = 0, tested = 0;
  for (const MetricPoint& point : record.points) {
    last = std::max(last, point.step);
    if (isAccuracy(point.metric)) tested = std::max(tested, point.step);
  }
  if (!record.checkpoints.empty()) last = std::max(last, record.checkpoints.back());
  QString words =
      n > 0 ? Report::tr("Measured at step %1 on %2 test images, with 95 % intervals (Wilson).")
                  .arg(stepText(tested), stepText(n))
            : Report::tr("Measured at step %1; the run does not say on how many test images.").arg(stepText(tested));
  if (tested < last) words += u' ' + Report::tr("The run went on to step %1 without another test.").arg(stepText(last));
  return QStringLiteral("<p class=\"sub\">%1</p>\n").arg(words.toHtmlEscaped());
}

QString outcome(Metric metric) {
  const auto& attack = metricRow(metric).attack;
  if (!attack) return Report::tr("of the test images are read correctly when nobody touches them.");
  const QString name = attackInFull(*attack);
  switch (attackInfo(attack->name).knows) {
    case AttackInfo::Knows::Nothing:
      return Report::tr("are still read correctly under %1.").arg(name);
    case AttackInfo::Knows::Substitute:
      return Report::tr("are still read correctly under %1, an attack built against another classifier.").arg(name);
    default:
      return Report::tr("are still read correctly under %1, an attack built against this very classifier.").arg(name);
  }
}

std::vector<Metric> accuraciesOf(const RunRecord& record) { return accuraciesOf(record.config.params, record.events); }

/// Of the attack that the frontier holds against the clean accuracy.
std::string mainKey(const Evaluations& evaluations) {
  return metricKey(evaluations.mainAttack(), evaluations.accuracies());
}

/// What one classifier reached.
QString cards(const RunRecord& record) {
  const int64_t n = imagesTested(record.config, record.events);
  QString cards;
  for (const Metric metric : accuraciesOf(record))
    if (const auto value = ends(record, metric, 0))
      cards += QStringLiteral("<div class=\"card\"><b>%1</b><span>%2</span></div>\n")
                   .arg(withInterval(value->last, n), outcome(metric).toHtmlEscaped());
  return QStringLiteral("<div class=\"cards\">\n%1</div>\n").arg(cards) + base(record, n);
}

/// What every lane reached, a row a λ, the best of each column bold.
QString laneTable(const RunRecord& record, const Evaluations& evaluations) {
  const int64_t n = imagesTested(record.config, record.events);
  const LaneModel model(evaluations);
  QString rows = QStringLiteral("<tr><th>λ</th>");
  for (int column = LaneModel::Clean; column < model.columnCount(); ++column) {
    const Metric metric = model.metric(column);
    rows += QStringLiteral("<th>%1<span>%2</span></th>")
                .arg(label(metric, evaluations.accuracies()).toHtmlEscaped(), outcome(metric).toHtmlEscaped());
  }
  rows += QStringLiteral("</tr>\n");
  for (int row = 0; row < model.rowCount(); ++row) {
    rows += QStringLiteral("<tr><td class=\"n\"><i style=\"background:var(--lane%1)\"></i>%2</td>")
                .arg(model.lane(row))
                .arg(model.index(row, LaneModel::Lambda).data().toString());
    for (int column = LaneModel::Clean; column < model.columnCount(); ++column) {
      const double share = model.value(row, column);
      const QString value = std::isnan(share) ? QStringLiteral("–") : withInterval(share, n);
      rows += (model.index(row, column).data(LaneModel::BestRole).toBool()
                   ? QStringLiteral("<td class=\"n\"><b>%1</b></td>")
                   : QStringLiteral("<td class=\"n\">%1</td>"))
                  .arg(value);
    }
    rows += QStringLiteral("</tr>\n");
  }
  return QStringLiteral("<table>%1</table>\n").arg(rows) + base(record, n);
}

QString figures(const RunRecord& record) {
  const Evaluations evaluations = evaluationsOf(record);
  if (evaluations.empty())
    return QStringLiteral("<p>%1</p>\n").arg(Report::tr("The run ended before its first evaluation."));
  return evaluations.lanes() > 1 ? laneTable(record, evaluations) : cards(record);
}

/// What training on adversarial samples changed, said only where it is more than chance. Of several lanes the frontier
/// tells it.
QString gain(const RunRecord& record) {
  std::optional<int64_t> joint;
  for (const Event& event : record.events)
    if (event.kind == Event::Kind::Phase && event.key == phaseName(Phase::Joint) && !joint) joint = event.step;
  const int64_t n = imagesTested(record.config, record.events);
  if (!joint || n <= 0 || record.config.params.lambda.size() > 1) return {};
  QString html;
  const std::vector<Metric> measured = accuraciesOf(record);
  for (const Metric metric : std::span(measured).subspan(1)) {
    const auto value = ends(record, metric, *joint);
    if (!value) continue;
    const Difference change = difference(shareOf(value->last, n), shareOf(value->first, n));
    const QString values = Report::tr("from %1 to %2").arg(percentText(value->first), percentText(value->last));
    const QString name = label(metric, measured);
    const QString sentence = change.low <= 0 && change.high >= 0
                                 ? Report::tr("%1: no gain beyond chance from joint training (%2).").arg(name, values)
                             : change.value > 0 ? Report::tr("%1: joint training raised it %2.").arg(name, values)
                                                : Report::tr("%1: joint training lowered it %2.").arg(name, values);
    html += QStringLiteral("<p>%1</p>\n").arg(sentence.toHtmlEscaped());
  }
  return html;
}

QString settings(const Params& params) {
  const Params standard;
  QString rows;
  for (const ParamRow& row : paramTable()) {
    const std::string value = paramText(params, row), usual = paramText(standard, row);
    if (value == usual) continue;
    rows += QStringLiteral("<tr><td>%1<br><code>%2</code></td><td>%3</td><td>%4</td></tr>\n")
                .arg(label(row).toHtmlEscaped(), escaped(row.key), escaped(value), escaped(usual));
  }
  if (rows.isEmpty()) return QStringLiteral("<p>%1</p>\n").arg(Report::tr("Every setting has its default value."));
  return QStringLiteral("<table><tr><th>%1</th><th>%2</th><th>%3</th></tr>\n%4</table>\n")
      .arg(Report::tr("Setting"), Report::tr("This run"), Report::tr("Default"), rows);
}

QString events(const RunRecord& record) {
  QString rows;
  for (const Event& event : record.events)
    rows += QStringLiteral("<tr><td class=\"n\">%1</td><td>%2</td></tr>\n")
                .arg(stepText(event.step), eventText(event).toHtmlEscaped());
  if (rows.isEmpty()) return {};
  return QStringLiteral("<h2>%1</h2>\n<table><tr><th>%2</th><th>%3</th></tr>\n%4</table>\n")
      .arg(Report::tr("Events"), Report::tr("Step"), Report::tr("What happened"), rows);
}

QString subtitle(const RunConfig& config) {
  return Report::tr("Begun %1 on %2, data %3, seed %4, Sparring %5")
      .arg(QString::fromStdString(config.started), QString::fromStdString(config.device),
           QString::fromStdString(config.dataName), QString::number(config.params.seed),
           QString::fromStdString(config.version));
}

}  // namespace

QString reportTitle(const std::filesystem::path& run, const RunRecord& record) {
  std::filesystem::path folder = std::filesystem::absolute(run).lexically_normal();
  if (folder.filename().empty()) folder = folder.parent_path();  // a trailing slash
  const QString name = QString::fromStdString(folder.filename().string());
  const QString preset = QString::fromStdString(record.config.preset);
  return preset.isEmpty() || name.contains(preset) ? name : QStringLiteral("%1 · %2").arg(preset, name);
}

QString reportPage(const std::filesystem::path& run, const RunRecord& record, const Compared& compared,
                   const ReportPictures& light, const ReportPictures& dark) {
  const QString title = reportTitle(run, record).toHtmlEscaped();
  // by pieces, not by arg(): what a run contains may hold "%1"
  QStringList html;
  html << QStringLiteral("<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">").arg(QLocale().bcp47Name())
       << QStringLiteral("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>") << title
       << QStringLiteral(" – Sparring</title>\n<style>") << style(int(record.config.params.lambda.size()))
       << QStringLiteral("</style></head>\n<body><main>\n") << QStringLiteral("<h1>") << title
       << QStringLiteral("</h1>\n<p class=\"sub\">") << subtitle(record.config).toHtmlEscaped()
       << QStringLiteral("</p>\n") << figures(record) << gain(record) << reportVerdict(compared);
  if (!light.frontier.isNull())
    html << QStringLiteral("<h2>") << Report::tr("Frontier") << QStringLiteral("</h2>\n")
         << figure(light.frontier, dark.frontier,
                   Report::tr("Clean accuracy to the right, accuracy under %1 upwards, one trail for every λ")
                       .arg(nameWithin(mainKey(evaluationsOf(record)))));
  if (!light.robustness.isNull())
    html << QStringLiteral("<h2>") << Report::tr("Robustness") << QStringLiteral("</h2>\n")
         << figure(light.robustness, dark.robustness,
                   Report::tr("Accuracy against the strength of attacks and under corruptions, with 95 % intervals"));
  html << QStringLiteral("<h2>") << Report::tr("Curves") << QStringLiteral("</h2>\n")
       << figure(light.loss, dark.loss, Report::tr("Loss curves of classifier, discriminator and generator"))
       << figure(light.accuracy, dark.accuracy, Report::tr("Accuracy on clean, noisy and attacked test images"));
  if (!light.digits.isNull())
    html << QStringLiteral("<h2>") << Report::tr("Generated digits through time") << QStringLiteral("</h2>\n")
         << figure(light.digits, dark.digits, Report::tr("The same latent points at several steps of the training"));
  html << QStringLiteral("<h2>") << Report::tr("Settings that differ from the defaults") << QStringLiteral("</h2>\n")
       << settings(record.config.params) << events(record) << QStringLiteral("</main></body></html>\n");
  return html.join(QString());
}

}  // namespace sparring::ui
