#include "sendcap/model/journeys.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace sendcap::model {

std::vector<std::vector<double>> quickest_journeys(std::size_t districts,
                                                   const std::vector<RoadBetween>& roads) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, double>>;
  Graph graph(districts);
  for (const RoadBetween& road : roads) boost::add_edge(road.from, road.to, road.days, graph);
  std::vector<std::vector<double>> days(districts, std::vector<double>(districts, kNoRoad));
  for (std::size_t from = 0; from < districts; ++from)
    boost::dijkstra_shortest_paths(graph, from, boost::distance_map(days[from].data()).distance_inf(kNoRoad));
  return days;
}

}  // namespace sendcap::model
