#include "sendcap/report/measures_page.hpp"

#include <gtest/gtest.h>

#include "sendcap/model/measure.hpp"

namespace sendcap::report {
namespace {

TEST(MeasuresPage, DefinesEveryMeasure) {
  const std::string page = measures_page();
  for (std::size_t i = 0; i < static_cast<std::size_t>(model::MeasureId::count); ++i) {
    const model::MeasureDefinition& measure = model::definition(static_cast<model::MeasureId>(i));
    EXPECT_NE(page.find("\n| " + std::string(measure.name)), std::string::npos) << measure.name;
    EXPECT_NE(page.find(std::string(measure.definition)), std::string::npos) << measure.name;
  }
}

}  // namespace
}  // namespace sendcap::report
