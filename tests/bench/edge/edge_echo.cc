#include "tests/bench/edge/edge_echo.h"

#include "tests/bench/floor_process.h"
#include "tests/bench/load/http_load.h"
#include "tests/support/lone_gateway.h"
#include "tests/support/node_gateway.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 1};
constexpr Goal kGoal{.share = 5};

std::string Request() {
  crm::v1::CreateContactRequest request;
  request.set_request_id("0123456789abcdef0123456789abcdef");
  request.mutable_contact()->set_name("Ирина Соколова");
  return request.SerializeAsString();
}

}  // namespace

void MeasureEdgeEcho(Report& report) {
  const testing::Janitor janitor;
  const auto echo = FloorProcess(Floor(), "echo", janitor);
  echo->Start();
  echo->WaitServing();
  testing::LoneGateway ours(echo->address());
  client::Endpoints services;
  for (auto& [name, address] : services.addresses) address = echo->address();
  const auto node = testing::NodeGateway(services, janitor.folder());
  node->Start();
  node->WaitServing();

  const Load load{.method = "/voronka.crm.v1.ContactService/CreateContact",
                  .next = [call = Call{{}, Request()}](int) { return call; }};
  const Contender edge{"edge", ours.address(), ours.process().pid(), 0, RunByHttp};
  const Contender reference{"Node", node->address(), node->pid(), 0, RunByHttp};
  const Contender direct{"gRPC", echo->address(), echo->pid(), 0};
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("an echo through the edge, {} in flight; floor: through Node's Connect", in_flight);
    const auto figures =
        report.Measure(what, {{edge, load}, {reference, load}, {direct, load}}, {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], in_flight == 1 ? Goal{0} : kGoal);
  }
}

}  // namespace voronka::bench
