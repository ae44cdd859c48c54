#include "input/byte_stream.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "temporary_folder.h"

namespace klartext {
namespace {

TEST(ByteStream, KnowsHowMuchOfAFileIsToCome) {
  const TemporaryFolder folder;
  auto file = open_file(folder.write("page.html", std::string(100'000, 'x')));
  ASSERT_TRUE(file);
  EXPECT_EQ((*file)->expected_bytes(), 100'000U);
  std::array<char, 30'000> room;
  ASSERT_EQ(*(*file)->read(room), 30'000U);
  EXPECT_EQ((*file)->expected_bytes(), 70'000U);

  BufferedReader reader(std::move(*file));
  EXPECT_EQ(reader.read(10), "xxxxxxxxxx");
  auto rest = std::move(reader).into_stream();
  EXPECT_EQ(rest->expected_bytes(), 69'990U);
  EXPECT_EQ(BufferedReader(std::move(rest)).read_all(100'000)->size(), 69'990U);
}

TEST(ByteStream, OfADeviceNothingIsKnown) {
  auto device = open_file("/dev/zero");
  ASSERT_TRUE(device);
  EXPECT_EQ((*device)->expected_bytes(), 0U);
}

TEST(ByteStream, MoreThanTheLimitIsAnError) {
  EXPECT_EQ(*BufferedReader(stream_of("12345")).read_all(5), "12345");
  const auto too_large = BufferedReader(stream_of("123456")).read_all(5);
  ASSERT_FALSE(too_large);
  EXPECT_EQ(too_large.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace klartext
