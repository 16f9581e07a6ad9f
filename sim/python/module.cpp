#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <utility>

#include "answers.hpp"
#include "county_study.hpp"
#include "sendcap/report/page.hpp"

// The engine as Python sees it: texts and numbers. What people use, with tables of pandas, is the package
// around it (sendcap/__init__.py).

namespace sendcap::python {
namespace {

namespace py = pybind11;

// Asks Python, which this thread must not hold while the work goes on, whether Ctrl-C was pressed, and tells
// it how far the work is.
OnLook look_through(const py::object& progress) {
  return [progress](std::size_t done, std::size_t wanted) {
    const py::gil_scoped_acquire held;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (wanted > 0 && !progress.is_none()) progress(done, wanted);
    return true;
  };
}

std::optional<report::Detail> detail_of(const std::optional<std::string>& word) {
  if (!word) return std::nullopt;
  if (*word == "totals") return report::Detail::totals;
  if (*word == "milestones") return report::Detail::milestones;
  if (*word == "full") return report::Detail::full;
  throw py::value_error("replications are kept as 'totals', 'milestones' or 'full', not '" + *word + "'");
}

std::shared_ptr<RunAnswer> run(const std::shared_ptr<CountyStudy>& study, std::uint32_t replications,
                               std::uint64_t seed, std::optional<double> precision, double level,
                               unsigned threads, unsigned small_count,
                               const std::optional<std::string>& keep_replications,
                               const py::object& progress) {
  RunAsked asked;
  asked.options.replications = replications;
  asked.options.seed = seed;
  asked.options.precision = precision;
  asked.options.level = level;
  asked.options.threads = threads;
  asked.small_count = small_count;
  asked.detail = detail_of(keep_replications);
  const OnLook look = look_through(progress);
  const py::gil_scoped_release released;
  return std::make_shared<RunAnswer>(study, asked, look);
}

std::shared_ptr<ComparisonAnswer> compare(const std::shared_ptr<CountyStudy>& study,
                                          std::uint32_t replications, std::uint64_t seed,
                                          std::optional<double> precision, std::optional<double> seconds,
                                          double level, unsigned threads, const py::object& progress) {
  ComparisonAsked asked;
  asked.options.replications = replications;
  asked.options.precision = precision;
  asked.options.seconds = seconds;
  asked.options.level = level;
  asked.seed = seed;
  asked.threads = threads;
  const OnLook look = look_through(progress);
  const py::gil_scoped_release released;
  return std::make_shared<ComparisonAnswer>(study, asked, look);
}

py::dict as_dict(const InputLine& line) {
  py::dict row;
  row["path"] = line.path;
  row["plan"] = line.plan;
  row["value"] = line.value;
  row["text"] = line.text;
  row["low"] = line.low;
  row["high"] = line.high;
  row["source"] = line.source;
  row["quality"] = line.quality;
  row["help"] = line.help;
  row["place"] = line.place;
  return row;
}

py::list inputs_of(const CountyStudy& study) {
  py::list rows;
  for (const InputLine& line : study.inputs()) rows.append(as_dict(line));
  return rows;
}

py::list plans_of(const CountyStudy& study) {
  py::list titles;
  for (const scenario::Plan& plan : study.study().plans()) titles.append(plan.title);
  return titles;
}

std::string page_of(const std::vector<report::PageDocument>& documents) {
  return report::report_page(documents);
}

}  // namespace
}  // namespace sendcap::python

PYBIND11_MODULE(_engine, module) {
  using namespace sendcap::python;
  module.doc() = "The engine of sendcap; use the package around it.";
  module.attr("version") = SENDCAP_VERSION;
  py::register_exception<WrongFiles>(module, "WrongFiles", PyExc_ValueError);

  py::class_<CountyStudy, std::shared_ptr<CountyStudy>>(module, "Study")
      .def(py::init<const std::string&, const std::vector<std::string>&, const std::vector<std::string>&>(),
           py::arg("scenario"), py::arg("plans"), py::arg("changes"))
      .def_property_readonly("title", [](const CountyStudy& study) { return study.study().baseline().title; })
      .def_property_readonly("description", [](const CountyStudy& study) { return study.about(0); })
      .def_property_readonly("plans", plans_of)
      .def_property_readonly("warnings", &CountyStudy::warnings)
      .def("inputs", inputs_of)
      .def("world_json", &CountyStudy::world_json)
      .def("run", run, py::arg("replications"), py::arg("seed"), py::arg("precision"), py::arg("level"),
           py::arg("threads"), py::arg("small_count"), py::arg("keep_replications"), py::arg("progress"))
      .def("compare", compare, py::arg("replications"), py::arg("seed"), py::arg("precision"),
           py::arg("seconds"), py::arg("level"), py::arg("threads"), py::arg("progress"));

  py::class_<RunAnswer, std::shared_ptr<RunAnswer>>(module, "RunAnswer")
      .def("summary_json", &RunAnswer::summary_json)
      .def("table", &RunAnswer::table)
      .def("estimates_csv", &RunAnswer::estimates_csv)
      .def("inequality_csv", &RunAnswer::inequality_csv)
      .def("results_csv", &RunAnswer::results_csv)
      .def("page", [](const RunAnswer& answer) { return page_of(answer.documents()); });

  py::class_<ComparisonAnswer, std::shared_ptr<ComparisonAnswer>>(module, "ComparisonAnswer")
      .def("json", &ComparisonAnswer::json)
      .def("text", &ComparisonAnswer::text)
      .def("csv", &ComparisonAnswer::csv)
      .def("page", [](const ComparisonAnswer& answer) { return page_of(answer.documents()); });
}
