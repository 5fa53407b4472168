#pragma once

#include <cstdint>
#include <optional>
#include <system_error>

#include "crm_service/work/files/file_store.h"
#include "crm_service/work/files/scanner.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::crm {

// Where this installation keeps files, and how many.
class FileKeeping {
 public:
  // Keeps none unless the configuration names a folder.
  explicit FileKeeping(const config::v1::Crm& configuration);

  bool is_on() const { return store_.has_value(); }
  // Throws FAILED_PRECONDITION (FILES_OFF) if there is none.
  FileStore& store();
  // Works with it. Throws UNAVAILABLE (FILES_AWAY) in place of what it throws.
  template <class Work>
  auto With(Work work) {
    FileStore& store = this->store();
    try {
      return work(store);
    } catch (const std::system_error& error) {
      ThrowAway(error);
    }
  }

  // NULL: content is not checked.
  Scanner* scanner() { return scanner_ ? &*scanner_ : nullptr; }

  // Bytes.
  int64_t largest_size() const { return largest_size_; }
  int64_t account_size() const { return account_size_; }

 private:
  [[noreturn]] static void ThrowAway(const std::system_error& error);

  std::optional<FileStore> store_;
  std::optional<Scanner> scanner_;
  int64_t largest_size_;
  int64_t account_size_;
};

}  // namespace voronka::crm
