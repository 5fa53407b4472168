// The floor that the services are measured against: the cost of a call whose bare handler only sends its statements.
//   voronka_bench_floor FILE        a serialised voronka.bench.Floor
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "tests/bench/floor/echo_service.h"
#include "tests/bench/floor/inbox_service.h"
#include "tests/bench/floor/service.h"

namespace voronka::bench {
namespace {

Floor Read(const char* path) {
  Floor floor;
  std::ifstream file(path, std::ios::binary);
  if (!floor.ParseFromIstream(&file)) throw std::runtime_error(std::string("cannot read ") + path);
  return floor;
}

void Serve(const Floor& floor) {
  BareHandler handler(floor);
  BareDealService deals(handler);
  BareFilterService filters(handler);
  BareInquiryService inquiries(handler);
  BareInboxService inboxes;
  EchoService contacts;
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  builder.AddListeningPort(floor.listen(), grpc::InsecureServerCredentials());
  builder.RegisterService(&deals);
  builder.RegisterService(&filters);
  builder.RegisterService(&inquiries);
  builder.RegisterService(&inboxes);
  builder.RegisterService(&contacts);
  builder.BuildAndStart()->Wait();
}

}  // namespace
}  // namespace voronka::bench

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error("usage: voronka_bench_floor FILE");
  voronka::bench::Serve(voronka::bench::Read(argv[1]));
} catch (const std::exception& failure) {
  std::cerr << failure.what() << '\n';
  return 1;
}
