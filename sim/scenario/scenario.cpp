// What is large and made from the declarations, compiled here once for all who hold, read or walk over these.

#include "sendcap/scenario/scenario.hpp"

#include "sendcap/scenario/language/shape_of.hpp"
#include "sendcap/scenario/plan.hpp"
#include "sendcap/scenario/search.hpp"

namespace sendcap::scenario {

Step::Step() = default;
Step::Step(const Step&) = default;
Step::Step(Step&&) noexcept = default;
Step& Step::operator=(const Step&) = default;
Step& Step::operator=(Step&&) noexcept = default;
Step::~Step() = default;

Scenario::Scenario() = default;
Scenario::Scenario(const Scenario&) = default;
Scenario::Scenario(Scenario&&) noexcept = default;
Scenario& Scenario::operator=(const Scenario&) = default;
Scenario& Scenario::operator=(Scenario&&) noexcept = default;
Scenario::~Scenario() = default;

template const Shape& shape_of<Scenario>();
template const Shape& shape_of<Intervention>();
template const Shape& shape_of<Plan>();
template const Shape& shape_of<Search>();

}  // namespace sendcap::scenario
