#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "sendcap/scenario/language/quantity_text.hpp"

// Whatever quantity is written, reading gives exactly the same one back: saved scenarios never drift.
namespace sendcap::scenario {
namespace {

/// Finite numbers, from every order of magnitude a scenario may hold.
rc::Gen<double> any_size() {
  return rc::gen::apply([](std::int32_t digits, int exponent) { return digits * std::pow(10.0, exponent); },
                        rc::gen::arbitrary<std::int32_t>(), rc::gen::inRange(-12, 7));
}

template <class T>
void reads_back(const T& quantity) {
  const std::string text = format(quantity);
  const Parsed<T> again = parse<T>(text);
  RC_ASSERT(again);
  RC_LOG() << text;
  RC_ASSERT(QuantityTraits<T>::number(*again) == QuantityTraits<T>::number(quantity));
}

RC_GTEST_PROP(WrittenQuantities, DurationsReadBack, ()) {
  reads_back(Duration{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, RatesReadBack, ()) {
  reads_back(Rate{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, FractionsReadBack, ()) {
  reads_back(Fraction{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, MoneyReadsBack, ()) {
  reads_back(Money{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, GrowthReadsBack, ()) {
  reads_back(Growth{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, NumbersReadBack, ()) {
  reads_back(Number{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, CapacitiesReadBack, ()) {
  reads_back(Capacity{*any_size()});
}
RC_GTEST_PROP(WrittenQuantities, WholeNumbersReadBack, ()) {
  reads_back(Whole{*rc::gen::arbitrary<std::int32_t>()});
}
RC_GTEST_PROP(WrittenQuantities, DatesReadBack, ()) {
  const std::int32_t first = -719000;  // in the year 1
  const std::int32_t last = 2932896;   // the last day of 9999
  reads_back(Date{*rc::gen::inRange(first, last + 1)});
}

/// Round amounts, the ones people write, are written as people write them.
RC_GTEST_PROP(WrittenQuantities, WholeWeeksStayShort, ()) {
  const int weeks = *rc::gen::inRange(1, 200);
  const std::string text = format(Duration{weeks * 7.0});
  RC_ASSERT(text.size() <= std::to_string(weeks).size() + std::string(" months").size());
}

}  // namespace
}  // namespace sendcap::scenario
