#include "crm_service/work/files/file_keeping.h"

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

constexpr int64_t kUsualLargestSize = int64_t{100} << 20;
constexpr int64_t kUsualAccountSize = int64_t{20} << 30;

int64_t Or(int64_t configured, int64_t usual) { return configured != 0 ? configured : usual; }

rpc::Error FilesOff() {
  return rpc::Error(rpc::Code::kFailedPrecondition, {"FILES_OFF",
                                                     "",
                                                     {"This installation keeps no files.",
                                                      "Хранение файлов не настроено: обратитесь к администратору."}});
}

}  // namespace

FileKeeping::FileKeeping(const config::v1::Crm& configuration)
    : largest_size_(Or(configuration.files().largest_size(), kUsualLargestSize)),
      account_size_(Or(configuration.files().account_size(), kUsualAccountSize)) {
  if (configuration.has_files()) store_.emplace(configuration.files().store_folder());
  if (!configuration.files().scanner_socket().empty()) scanner_.emplace(configuration.files().scanner_socket());
}

FileStore& FileKeeping::store() {
  if (!store_) throw FilesOff();
  return *store_;
}

void FileKeeping::ThrowAway(const std::system_error& error) {
  throw rpc::Error(rpc::Code::kUnavailable,
                   {"FILES_AWAY",
                    "",
                    {"The files cannot be reached now; repeat it later.", "Файлы сейчас недоступны: повторите позже."}},
                   {{"cause", error.code().message()}});
}

}  // namespace voronka::crm
