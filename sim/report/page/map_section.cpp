#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "../scenario_words.hpp"
#include "../shown_number.hpp"
#include "chart.hpp"
#include "free_room.hpp"
#include "journey_map.hpp"
#include "sections.hpp"

// Districts, the roads between them, and the schools and bases there, from a `world.json`.

namespace sendcap::report {
namespace {

constexpr double kWide = 620;
constexpr double kHigh = 560;
constexpr std::size_t kMostDistricts = 40;  // more could not be told apart
// Of words and marks as charts/map.vl.json draws them, in pixels.
constexpr double kLetterWidth = 6.4;
constexpr double kLetterWidthOfNames = 8;
constexpr double kLineHeight = 14;
constexpr double kSetting = 10;

std::vector<std::vector<double>> journeys_in(const Json& world) {
  std::vector<std::vector<double>> minutes;
  std::set<std::string> names;
  for (const Json& district : world.at("districts"))
    if (!names.insert(district.at("district")).second) throw std::out_of_range("two districts have one name");
  for (const Json& row : world.at("journey_minutes")) {
    minutes.emplace_back();
    for (const Json& one : row) minutes.back().push_back(one.is_number() ? one.get<double>() : HUGE_VAL);
  }
  return minutes;
}

// As large as the picture has room, with the same scale both ways.
std::vector<PicturePoint> on_paper(std::vector<PicturePoint> places) {
  const auto [left, right] = std::minmax_element(
      places.begin(), places.end(), [](const PicturePoint& a, const PicturePoint& b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(
      places.begin(), places.end(), [](const PicturePoint& a, const PicturePoint& b) { return a.y < b.y; });
  const PicturePoint from{left->x, top->y};
  const double wide = std::max(right->x - left->x, 1e-9);
  const double high = std::max(bottom->y - top->y, 1e-9);
  constexpr double kEdge = 90;
  const double scale = std::min((kWide - 2 * kEdge) / wide, (kHigh - 2 * kEdge) / high);
  for (PicturePoint& place : places)
    place = {kEdge + (place.x - from.x) * scale, kEdge + (place.y - from.y) * scale};
  return places;
}

class Map {
 public:
  explicit Map(const Json& world)
      : world_(world), minutes_(journeys_in(world)), places_(on_paper(places_by_journey(minutes_))) {
    for (const Json& district : world.at("districts"))
      number_of_.emplace(district.at("district").get<std::string>(), number_of_.size());
    settings_.resize(number_of_.size());
    for (const Json& provision : world.at("provision"))
      if (provision.at("district").is_string())
        settings_[number_of_.at(provision.at("district"))].push_back(&provision);
  }

  Chart chart() {
    Chart chart;
    chart.id = "map-of-journeys";
    chart.picture = "map";
    chart.heading = heading();
    chart.words =
        "A map of journeys, not of land: the nearer two districts are drawn, the shorter is the journey "
        "between them, as far as that can be drawn on paper; north is not up. Lines with their minutes join "
        "neighbours; around each district stand its schools, bases and other settings.";
    chart.values.push_back({{"kind", "size"}, {"width", kWide}, {"height", kHigh}});
    for (std::size_t d = 0; d < places_.size(); ++d) draw_district(d, chart.values);
    draw_roads(chart.values);
    chart.table.caption = "Quickest journeys in minutes, and what is where";
    chart.table.columns = {{"District"}, {"To other districts"}, {"Schools, bases and other settings there"}};
    for (std::size_t d = 0; d < places_.size(); ++d)
      chart.table.rows.push_back({name(d), journeys_from(d), settings_in(d)});
    return chart;
  }

 private:
  [[nodiscard]] std::string name(std::size_t district) const {
    return world_.at("districts").at(district).at("district");
  }

  [[nodiscard]] std::string heading() const {
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t d = 0; d < minutes_.size(); ++d)
      for (std::size_t other = d + 1; other < minutes_.size(); ++other)
        if (std::isfinite(minutes_[d][other]) && minutes_[d][other] > minutes_[from][to]) {
          from = d;
          to = other;
        }
    return "The longest journey between districts is " + shown(minutes_[from][to], 0) + " minutes, from " +
           name(from) + " to " + name(to);
  }

  // Neighbours: no third district is nearer to both than they are to each other (the relative neighbourhood
  // graph; Toussaint 1980). All roads at once could not be read.
  [[nodiscard]] bool are_neighbours(std::size_t one, std::size_t other) const {
    for (std::size_t third = 0; third < minutes_.size(); ++third)
      if (third != one && third != other &&
          std::max(minutes_[one][third], minutes_[third][other]) < minutes_[one][other])
        return false;
    return true;
  }

  // The minutes stand on the road where there is room beside names and settings.
  void draw_roads(Json& values) {
    for (const Json& road : world_.at("roads")) {
      if (!are_neighbours(number_of_.at(road.at("from")), number_of_.at(road.at("to")))) continue;
      const PicturePoint& from = places_[number_of_.at(road.at("from"))];
      const PicturePoint& to = places_[number_of_.at(road.at("to"))];
      values.push_back({{"kind", "road"}, {"x", from.x}, {"y", from.y}, {"x2", to.x}, {"y2", to.y}});
      const std::string text = shown(road.at("minutes").get<double>(), 0) + " min";
      std::vector<PicturePoint> along;
      for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7})
        along.push_back({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
      const PicturePoint middle =
          room_.put(along, static_cast<double>(width(text)) * kLetterWidth, kLineHeight);
      values.push_back({{"kind", "minutes"}, {"x", middle.x}, {"y", middle.y}, {"text", text}});
    }
  }

  // The settings stand in rings around the name of their district.
  void draw_district(std::size_t district, Json& values) {
    const PicturePoint& at = places_[district];
    room_.take(at, static_cast<double>(width(name(district))) * kLetterWidthOfNames, kLineHeight);
    values.push_back({{"kind", "district"}, {"x", at.x}, {"y", at.y}, {"text", name(district)}});
    constexpr std::size_t kInRing = 14;
    constexpr double kFirstRing = 28;
    constexpr double kRing = 14;
    constexpr double kWiderThanHigh = 2;  // as names are
    const std::vector<const Json*>& settings = settings_[district];
    for (std::size_t s = 0; s < settings.size(); ++s) {
      const std::size_t ring = s / kInRing;
      const std::size_t in_ring = std::min(kInRing, settings.size() - ring * kInRing);
      const double turn =
          2 * std::numbers::pi * static_cast<double>(s % kInRing) / static_cast<double>(in_ring);
      const double away = kFirstRing + kRing * static_cast<double>(ring);
      const PicturePoint here{at.x + kWiderThanHigh * away * std::sin(turn), at.y - away * std::cos(turn)};
      room_.take(here, kSetting, kSetting);
      values.push_back({{"kind", "setting"}, {"of", settings[s]->at("kind")}, {"x", here.x}, {"y", here.y}});
    }
  }

  [[nodiscard]] std::string journeys_from(std::size_t district) const {
    std::vector<std::string> words;
    for (std::size_t other = 0; other < minutes_.size(); ++other) {
      if (other == district) continue;
      const double journey = minutes_[district][other];
      words.push_back(name(other) + (std::isfinite(journey) ? " " + shown(journey, 0) : " no road"));
    }
    return listed(words);
  }

  [[nodiscard]] std::string settings_in(std::size_t district) const {
    std::vector<std::string> words;
    for (const Json* setting : settings_[district])
      words.push_back(setting->at("provision").get<std::string>() + " (" +
                      setting->at("kind").get<std::string>() + ", " + setting->at("ages").get<std::string>() +
                      ")");
    return words.empty() ? "none" : listed(words);
  }

  const Json& world_;
  std::vector<std::vector<double>> minutes_;
  std::vector<PicturePoint> places_;
  std::unordered_map<std::string, std::size_t> number_of_;
  std::vector<std::vector<const Json*>> settings_;  // by district
  FreeRoom room_;
};

}  // namespace

std::string map_section(const Json& world) {
  const std::size_t districts = world.at("districts").size();
  if (districts < 3 || districts > kMostDistricts || world.at("roads").empty()) return {};
  for (const Json& row : world.at("journey_minutes"))
    if (row.size() != districts || world.at("journey_minutes").size() != districts)
      throw std::out_of_range("journey_minutes are not those between the districts");
  return html_figure(Map(world).chart());
}

}  // namespace sendcap::report
