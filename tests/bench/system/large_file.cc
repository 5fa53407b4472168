#include "tests/bench/system/large_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "client/request_id.h"
#include "foundation/storage/connection.h"
#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/database_options.h"
#include "tests/bench/edge/bare_file_server.h"
#include "tests/bench/measure/memory_growth.h"
#include "tests/foundation/process/temporary_folder.h"
#include "tests/support/account.h"
#include "tests/support/http_client.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using testing::HttpClient;

constexpr int64_t kGigabyte = 1'000'000'000;
// The most that may be sent at once.
constexpr int64_t kPart = 500'000;
// What a process takes once, for its first file, does not count.
constexpr int64_t kFirstFile = 20 * kPart;
// MiB.
constexpr double kMostGrowth = 32;

int64_t BytesOfFile() {
  const char* asked = std::getenv("VORONKA_FILE_BYTES");
  return asked == nullptr ? kGigabyte : std::stoll(asked);
}

// The same for whoever gets it, and in no two parts alike.
std::string PartAt(int64_t offset, int64_t size) {
  std::string part = std::to_string(offset) + ' ';
  part.resize(static_cast<size_t>(std::min(kPart, size - offset)), 'x');
  return part;
}

double SecondsFor(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string BodyOf(const testing::HttpAnswer& answer) {
  if (answer.status != 200) throw std::runtime_error(fmt::format("{}: {}", answer.status, answer.body));
  return answer.body;
}

void Get(HttpClient& http, const std::string& path, testing::HttpHeaders headers, int64_t size) {
  http.Send({.verb = "GET", .path = path, .headers = std::move(headers)});
  BodyOf(http.ReadHead());
  int64_t read = 0;
  for (auto piece = http.ReadPiece(); !piece.empty(); piece = http.ReadPiece()) read += std::ssize(piece);
  if (read != size) throw std::runtime_error(fmt::format("{} bytes of {} came", read, size));
}

// Files through the gateway, as a browser sends and gets them.
class FilesOfDeal {
 public:
  // `caller`: who sees the deal kFirstDeal.
  FilesOfDeal(const std::string& gateway, const client::Metadata& caller) : http_(gateway) {
    for (const auto& [name, value] : caller) headers_.emplace(name, value);
  }

  // The id of the file.
  int64_t Send(int64_t size) {
    crm::v1::CreateUploadRequest create;
    create.set_request_id(client::NewRequestId());
    auto& upload = *create.mutable_upload();
    upload.set_entity(crm::v1::ENTITY_DEAL);
    upload.set_entity_id(kFirstDeal);
    upload.set_name("Каталог.bin");
    upload.set_size(size);
    const int64_t id = Call<crm::v1::Upload>("CreateUpload", create).id();
    for (int64_t offset = 0; offset < size; offset += kPart) Append(id, offset, size);
    crm::v1::FinishUploadRequest finish;
    finish.set_request_id(client::NewRequestId());
    finish.set_upload_id(id);
    return Call<crm::v1::File>("FinishUpload", finish).id();
  }
  void Read(int64_t file_id, int64_t size) { Get(http_, fmt::format("/files/{}", file_id), headers_, size); }

 private:
  void Append(int64_t upload_id, int64_t offset, int64_t size) {
    crm::v1::AppendUploadRequest append;
    append.set_request_id(client::NewRequestId());
    append.set_upload_id(upload_id);
    append.set_offset(offset);
    append.set_data(PartAt(offset, size));
    Call<crm::v1::Upload>("AppendUpload", append);
  }

  template <class Response>
  Response Call(const std::string& method, const google::protobuf::Message& request) {
    auto headers = headers_;
    headers.emplace("content-type", "application/proto");
    Response response;
    response.ParseFromString(BodyOf(http_.Ask({.path = "/voronka.crm.v1.FileService/" + method,
                                               .headers = std::move(headers),
                                               .body = request.SerializeAsString()})));
    return response;
  }

  HttpClient http_;
  testing::HttpHeaders headers_;
};

struct Seconds {
  double up = 0;
  double down = 0;
};

Seconds MeasureOurs(FilesOfDeal& files, int64_t size) {
  int64_t file_id = 0;
  const double up = SecondsFor([&] { file_id = files.Send(size); });
  return {up, SecondsFor([&] { files.Read(file_id, size); })};
}

Seconds MeasureBare(int64_t size) {
  const process::TemporaryFolder folder;
  BareFileServer server(folder / "file");
  HttpClient http(server.address());
  const double up = SecondsFor([&] {
    for (int64_t offset = 0; offset < size; offset += kPart) BodyOf(http.Ask({.body = PartAt(offset, size)}));
  });
  return {up, SecondsFor([&] { Get(http, "/", {}, size); })};
}

Report::Row Compared(const std::string& what, int64_t size, double ours, double bare) {
  const auto readable = [&](double seconds) {
    return fmt::format("{:.1f} s, {:.0f} MB/s", seconds, static_cast<double>(size) / 1e6 / seconds);
  };
  return {.what = what, .ours = readable(ours), .floor = readable(bare), .ratio = fmt::format("{:.2f}", bare / ours)};
}

}  // namespace

void MeasureLargeFile(Report& report) {
  config::v1::Files limits;
  limits.set_largest_size(1 << 30);
  testing::System system({.database = DatabaseOptions(), .gateway = config::v1::Gateway(), .files = limits});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  const testing::Account account(system, 1, 5min, testing::Queue::kWithoutQueue);
  AddDeals(crm, account.id(), account.manager_id(0), 1);
  const Callers callers(system);
  FilesOfDeal files(system.gateway().address(), callers.Manager(account.id(), account.manager_id(0)));
  MeasureOurs(files, kFirstFile);

  const int64_t size = BytesOfFile();
  MemoryGrowth gateway(system.gateway().pid());
  MemoryGrowth service(system.crm().pid());
  const auto ours = MeasureOurs(files, size);
  const double most = std::max(gateway.Mebibytes(), service.Mebibytes());
  const auto bare = MeasureBare(size);
  const auto what = fmt::format("a file of {} MB, {} KB at a time", size / 1'000'000, kPart / 1'000);
  report.Add(Compared(what + ", up; floor: a bare HTTP server", size, ours.up, bare.up));
  report.Add(Compared(what + ", down; floor: a bare HTTP server", size, ours.down, bare.down));
  report.Add({.what = "memory meanwhile, of the gateway and of `crm_service`",
              .ours = fmt::format("+{:.1f} MiB, +{:.1f} MiB", gateway.Mebibytes(), service.Mebibytes()),
              .goal = fmt::format("≤ +{} MiB each", kMostGrowth),
              .met = most <= kMostGrowth});
}

}  // namespace voronka::bench
