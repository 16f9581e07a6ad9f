#include "flow.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace sendcap::model {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Edge = Traits::edge_descriptor;
// Costs are whole numbers, which a double holds exactly. The library adds up the distances of what can not be
// reached, which are the greatest there are: a whole number would overflow.
using Graph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Edge,
                                                    boost::property<boost::edge_weight_t, double>>>>>;

Edge add_way(Graph& graph, std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
  const Edge there = boost::add_edge(from, to, graph).first;
  const Edge back = boost::add_edge(to, from, graph).first;
  boost::put(boost::edge_capacity, graph, there, capacity);
  boost::put(boost::edge_capacity, graph, back, 0);
  boost::put(boost::edge_weight, graph, there, static_cast<double>(cost));
  boost::put(boost::edge_weight, graph, back, -static_cast<double>(cost));
  boost::put(boost::edge_reverse, graph, there, back);
  boost::put(boost::edge_reverse, graph, back, there);
  return there;
}

}  // namespace

std::vector<std::uint32_t> least_cost(const Transport& transport) {
  const std::size_t sources = transport.supply.size();
  const std::size_t begin = sources + transport.room.size();
  const std::size_t end = begin + 1;
  Graph graph(end + 1);
  std::vector<Edge> edges;
  for (const Transport::Way& way : transport.ways)
    edges.push_back(add_way(graph, way.from, sources + way.to,
                            std::min(transport.supply[way.from], transport.room[way.to]), way.cost));
  for (std::size_t source = 0; source < sources; ++source)
    add_way(graph, begin, source, transport.supply[source], 0);
  for (std::size_t place = 0; place < transport.room.size(); ++place)
    add_way(graph, sources + place, end, transport.room[place], 0);
  boost::successive_shortest_path_nonnegative_weights(graph, begin, end);
  std::vector<std::uint32_t> carried;
  for (const Edge& edge : edges)
    carried.push_back(static_cast<std::uint32_t>(boost::get(boost::edge_capacity, graph, edge) -
                                                 boost::get(boost::edge_residual_capacity, graph, edge)));
  return carried;
}

}  // namespace sendcap::model
