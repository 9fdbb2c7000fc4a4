/**
 * What the server says, sentence by sentence: the English is the key. A test holds this against the sentences in the
 * server's source, so that one that is new or has been changed there is missed here.
 */
export const server: Readonly<Record<string, string>> = {
  // Anywhere
  'Something went wrong on the server. Nothing that was saved is lost; please try again.':
    '服务器出了问题。已保存的内容没有丢失，请重试。',
  '{{0}}: {{1}}. Nothing was changed.': '{{0}}：{{1}}。没有作任何更改。',
  '{{0}}. Nothing was changed.': '{{0}}。没有作任何更改。',
  'There is nothing at this address of the API.': '此 API 地址没有内容。',
  'The request is not valid JSON. Nothing was changed.': '请求不是有效的 JSON。没有作任何更改。',
  'The request is too large. Nothing was changed.': '请求过大。没有作任何更改。',
  'The request is in an encoding that is not understood. Nothing was changed.':
    '请求的编码无法识别。没有作任何更改。',
  'This address is not valid. Please check the link.': '此地址无效。请检查链接。',
  'The request is not valid. Nothing was changed.': '请求无效。没有作任何更改。',
  'This request came from another site and was refused. If Atelier runs behind a proxy, add its address to ATELIER_ORIGINS.':
    '此请求来自其他网站，已被拒绝。如果 Atelier 运行在代理之后，请将代理地址加入 ATELIER_ORIGINS。',
  'Atelier is starting. This takes a few seconds.': 'Atelier 正在启动，需要几秒钟。',
  '{{0}} Please try again.': '{{0}}请重试。',

  // Too often
  'Pictures were asked for too often from your network. Wait a minute and try again.':
    '来自您网络的图像请求过于频繁。请稍等一分钟再试。',
  'Too many new rooms at once. Wait a minute and try again.': '新建房间过于频繁。请稍等一分钟再试。',
  'Rooms were opened too often from your network, so this one was not. Nothing is lost; wait a minute and try again.':
    '从您的网络打开房间过于频繁，因此没有打开这个房间。没有丢失任何内容；请稍等一分钟再试。',
  'Pages of rooms were opened too often from your network, so this one was not. Nothing is lost; wait a minute and try again.':
    '从您的网络打开房间页面过于频繁，因此没有打开这个页面。没有丢失任何内容；请稍等一分钟再试。',
  'The gallery was opened too often from your network. Wait a minute and try again.':
    '从您的网络打开画廊过于频繁。请稍等一分钟再试。',
  'Too many time-lapses at once, so this one was not begun. Wait a minute and try again.':
    '延时视频请求过于频繁，因此没有开始制作。请稍等一分钟再试。',
  'Too many changes at once; this one was not made. Wait a second and try again.':
    '更改过于频繁，这一次没有生效。请稍等一秒再试。',
  'Your pointer moves too often for the others to see each of its places.':
    '您的指针移动得太频繁，其他人无法看到它的每一处位置。',

  // Into rooms
  'This browser has not entered the room. Open the link that you were given.':
    '此浏览器尚未进入房间。请打开您收到的链接。',
  'There is a room with this address already. Please create the room again.':
    '已有房间使用此地址。请重新创建房间。',
  'There is no such room here. Please check the link.': '这里没有这个房间。请检查链接。',
  'There is no such room. Check the link, or create a new room.': '没有这个房间。请检查链接，或创建新房间。',
  'This link does not open the room. Ask somebody in the room for a new link.':
    '此链接打不开房间。请向房间里的人要一个新链接。',
  'You are not in this room. Open its link again to come in.': '您不在此房间中。请重新打开链接进入。',
  'You are not in the room yet. Open its link again to come in.': '您还没有进入房间。请重新打开链接进入。',
  'This connection is in a room already. Open another tab for another room.':
    '此连接已在一个房间中。要进入另一个房间，请打开新标签页。',
  'Please say a name, so that the others know who is here.': '请填写名字，让其他人知道是谁来了。',
  'A name has 1 to {{0}} characters.': '名字须为 1 到 {{0}} 个字符。',
  'This room already has {{0}} members; nobody else can come in.':
    '此房间已有 {{0}} 位成员，无法再进入其他人。',
  'An owner of this room has decided that this browser may not come in any more.':
    '此房间的所有者已禁止此浏览器进入。',
  'An owner has removed you from this room. What you made here stays in it.':
    '所有者已将您移出此房间。您在这里的作品会保留。',
  'An owner has deleted this room, with its pictures and runs. They cannot be brought back.':
    '所有者已删除此房间及其图像和运行，无法恢复。',

  // Rights
  'You are watching this room. Ask for its edit link to change something.':
    '您正在观看此房间。要作更改，请索取编辑链接。',
  'You are watching this room. Ask for its edit link to add pictures.':
    '您正在观看此房间。要添加图像，请索取编辑链接。',
  'You are watching this room. Ask for its edit link to download a network.':
    '您正在观看此房间。要下载网络，请索取编辑链接。',
  'With this link you can only watch, so the room was not copied. Ask an owner for a link to edit.':
    '凭此链接您只能观看，因此没有复制房间。请向所有者索取编辑链接。',
  'Only an owner of this room can do this.': '只有此房间的所有者可以这样做。',
  'An owner has locked the settings, so they were not changed.': '所有者已锁定设置，因此没有更改。',
  'A room needs an owner. Make somebody else an owner first, then this role can be changed.':
    '房间必须有所有者。请先将另一个人设为所有者，然后才能更改此身份。',
  'You cannot remove yourself. Another owner can, or delete the room.':
    '您不能移出自己。可由另一位所有者移出，或删除房间。',
  'At most {{0}} people can be kept out. Rotate the links instead: the old ones let nobody in then.':
    '最多可以禁止 {{0}} 人进入。请改为更新链接：旧链接便无法让任何人进入。',
  'Nobody like this is kept out of the room.': '没有这样被禁止进入房间的人。',
  'There is no such member in this room any more.': '此房间中已没有这位成员。',
  'This message is not here any more.': '这条消息已不存在。',
  'Only who wrote a message, or an owner of the room, can delete it.':
    '只有消息的作者或房间的所有者可以删除它。',

  // Pictures
  'There is no published picture at this address.': '此地址没有公开的图像。',
  'This sample is not among those that come with Atelier. Choose another one.':
    'Atelier 没有提供这个示例。请另选一个。',
  'This file {{0}}; at most {{1}} MB can be uploaded, so it was not taken. Save the picture with fewer pixels or as JPEG, and try again.':
    '此文件过大（{{0}}）；最多可上传 {{1}} MB，因此没有接收。请减少像素或存为 JPEG 后重试。',
  'Atelier takes JPEG, PNG, WebP and AVIF.': 'Atelier 支持 JPEG、PNG、WebP 和 AVIF。',
  'This file is not a picture of a kind that can be read': '此文件不是可以读取的图像',
  'This is a {{0}} file': '这是 {{0}} 文件',
  'This file is empty, so there is no picture in it. Choose another file.':
    '此文件是空的，其中没有图像。请另选文件。',
  'Open the picture in another program and export it as JPEG or PNG.':
    '请用其他程序打开图像，导出为 JPEG 或 PNG。',
  'To get a JPEG: open the picture on the computer and export it as JPEG. An iPhone takes JPEGs from then on with Settings > Camera > Formats > Most Compatible.':
    '要得到 JPEG：在电脑上打开图像并导出为 JPEG。在 iPhone 上选择“设置 > 相机 > 格式 > 兼容性最佳”，以后拍摄的就是 JPEG。',
  'This picture has {{0}} × {{1}} pixels ({{2}} megapixels); at most {{3}} megapixels and {{4}} a side can be used. Reduce it and try again: for a result of 2048 pixels nobody will see the difference.':
    '此图像为 {{0}} × {{1}} 像素（{{2}} 百万像素）；最多可用 {{3}} 百万像素、每边 {{4}} 像素。请缩小后重试：对 2048 像素的结果而言看不出差别。',
  'This picture is damaged or incomplete, so it was not taken. Open it in another program and save it again, or choose another one.':
    '此图像已损坏或不完整，因此没有接收。请用其他程序打开并重新保存，或另选一张。',
  'This picture is not on the server. Please upload it again.': '服务器上没有此图像。请重新上传。',
  'This picture is not in the room.': '此图像不在房间中。',
  'This picture is not in the room. Upload it first.': '此图像不在房间中。请先上传。',
  'This picture is more than {{0}} times as long as it is wide. Crop it to a less narrow part.':
    '此图像的长边超过短边的 {{0}} 倍。请裁剪出不那么狭长的部分。',
  'This room already holds {{0}} pictures. Create another room for more.':
    '此房间已有 {{0}} 张图像。要再添加，请另建房间。',
  'The pictures of this room would take more than {{0}} MB. Create another room for more.':
    '此房间的图像将超过 {{0}} MB。要再添加，请另建房间。',
  'A run blends at most {{0}} style pictures. Remove one to add another.':
    '一次运行最多混合 {{0}} 幅风格图像。先移除一幅，才能再添加。',
  'This content image is not in use any more.': '此内容图像已不再使用。',
  'This style picture is not in use any more.': '此风格图像已不再使用。',
  'At least one painting needs a share above 0. Nothing was changed; raise another one first.':
    '至少要有一幅风格图像的占比大于 0。没有作任何更改；请先提高另一幅。',

  // Settings
  'must be 0 (off) or between {{0}} and {{1}}': '须为 0（关闭）或介于 {{0}} 和 {{1}} 之间',
  'must be a whole number from {{0}} to {{1}}': '须为 {{0}} 到 {{1}} 的整数',
  'must be between {{0}} and {{1}}': '须介于 {{0}} 和 {{1}} 之间',
  'is not the name of a layer': '不是层的名称',
  'needs at least one layer with a weight above 0 (to switch the whole term off, set its weight to 0)':
    '至少要有一层的权重大于 0（要关闭整项，请将其权重设为 0）',
  '{{0}}: the network {{1}} has no layer {{2}}. Choose among {{3}}.':
    '{{0}}：网络 {{1}} 没有 {{2}} 层。可选：{{3}}。',
  'This would turn off every style picture that the run paints from. Nothing was changed, and the run goes on as before. To leave a picture out of the next run, remove it from the style pictures: this run keeps it.':
    '这会关闭本次运行所用的全部风格图像。没有作任何更改，运行照常继续。要让下一次运行不用某幅图像，请将它从风格图像中移除：本次运行仍会保留它。',
  'This would leave the run nothing to paint towards: its {{0}} weight is 0 already. Nothing was changed, and the run goes on as before. Raise the {{1}} weight first.':
    '这会让运行失去目标：其{{0}}权重已为 0。没有作任何更改，运行照常继续。请先提高{{1}}权重。',
  content: '内容',
  style: '风格',
  'This change is not on the list any more, so it cannot be taken back.': '此更改已不在列表中，无法撤销。',
  'This change has been taken back already. Nothing was changed.': '此更改已被撤销。没有作任何更改。',
  'What this change had set has been changed since by somebody, so there is nothing to take back.':
    '此更改所设的内容之后又被人改过，没有可撤销的。',
  'The room was changed at the same moment, so this change was not made. Please try it again.':
    '房间在同一时刻被更改，因此这次更改没有生效。请重试。',

  // Starting, steering, ending
  'There is no content image yet. Add a photograph first.': '还没有内容图像。请先添加一张照片。',
  'There is no style picture yet. Add a painting first.': '还没有风格图像。请先添加一幅画作。',
  'All style pictures have a blend weight of 0. Raise at least one.':
    '所有风格图像的占比都是 0。请至少提高一幅。',
  'The picture that the run is to start from is not in the room. Choose another one, or start from the content image.':
    '运行要用作初始的图像不在房间中。请另选一张，或从内容图像开始。',
  'A run is going in this room already. Stop it, or wait until it has finished.':
    '此房间已有运行正在进行。请停止它，或等它完成。',
  'This room already has {{0}} runs. Create another room to go on.':
    '此房间已有 {{0}} 次运行。请另建房间继续。',
  'The weights of the network {{0}} are not on this server. Download them, or choose another network.':
    '此服务器上没有网络 {{0}} 的权重。请下载，或选择另一个网络。',
  'A picture of {{0}} px would need about {{1}} of memory, which is more than this server has. Choose a size of at most {{2}} px and start a run.':
    '{{0}} 像素的图像大约需要 {{1}} 内存，超出了此服务器。请选择不超过 {{2}} 像素的尺寸，再开始运行。',
  'With this change the run would need about {{0}} of memory, which is more than this server has. Nothing was changed, and the run goes on as before. {{1}}, or stop the run and start one of at most {{2}} px.':
    '作此更改后，运行大约需要 {{0}} 内存，超出了此服务器。没有作任何更改，运行照常继续。{{1}}，或停止运行，另开一次不超过 {{2}} 像素的运行。',
  'This run is not in the room.': '此运行不在房间中。',
  'There is no such run here. Please check the link.': '这里没有这次运行。请检查链接。',
  'The run has not come to iteration {{0}} yet.': '运行还没有到第 {{0}} 次迭代。',
  'This run has left no picture yet. Wait until it has ended, or stop it.':
    '此运行还没有留下图像。请等它结束，或停止它。',
  'No picture is kept of this moment: there is one only of some iterations, and old ones are let go after a while. Choose another moment on the timeline.':
    '此时刻没有保留图像：只有部分迭代保留关键帧，旧的过一段时间会被清除。请在时间线上选择另一时刻。',
  'This run is still going. Raise its iterations instead.': '此运行仍在进行。请改为提高其迭代次数。',
  'This run left no picture to go on from. Start a new one.':
    '此运行没有留下可以继续的图像。请开始新的运行。',
  'All style pictures of this run have a blend weight of 0 by now, so it has no style to go on with. Its picture is kept. Raise at least one of them, or start a new run.':
    '此运行的所有风格图像的占比现在都是 0，没有风格可以继续。其图像会保留。请至少提高一幅，或开始新的运行。',
  'Only a run that is going can be paused.': '只有正在进行的运行可以暂停。',
  'Only a paused run can be resumed.': '只有已暂停的运行可以继续。',
  'This run has already ended.': '此运行已经结束。',
  'Somebody has stopped this run, and it is about to end. Its picture is kept: continue it from there.':
    '有人停止了此运行，它即将结束。其图像会保留，可由此继续。',
  'Nothing is kept of iteration {{0}} of this run any more. Choose another moment of its timeline.':
    '此运行的第 {{0}} 次迭代已不再保留。请在其时间线上选择另一时刻。',
  'This run has left no picture yet, so there is nothing to publish.':
    '此运行还没有留下图像，没有可公开的内容。',

  // Failed runs
  'Its curve and the moments that were kept of it stay.': '其曲线和已保留的时刻仍在。',
  'The run ended because there was not enough memory for a picture of this size. {{0}} Start again with a smaller size.':
    '内存不足以处理这种尺寸的图像，运行已结束。{{0}}请用较小的尺寸重新开始。',
  "The run ended because of an error in the computation. {{0}} Start again; if it happens again, the server's log says more.":
    '计算出错，运行已结束。{{0}}请重新开始；如果再次出现，服务器日志中有更多信息。',
  'The run was not computed: {{0}}. Choose another picture, another crop or a larger size.':
    '运行没有计算：{{0}}。请另选图像、另作裁剪，或增大尺寸。',
  'The run cannot go on: {{0}}. Change the settings and start again.':
    '运行无法继续：{{0}}。请更改设置后重新开始。',
  'The run cannot go on: {{0}}. Choose other layers, or another network, and start again.':
    '运行无法继续：{{0}}。请另选层或网络，然后重新开始。',
  'The run cannot go on: its numbers became too large. {{0}} Start again with lower weights.':
    '运行无法继续：数值变得过大。{{0}}请降低权重后重新开始。',
  'The picture cannot be shown: the computation produced a value that is not a number. The last good picture is kept. Start again with lower weights.':
    '图像无法显示：计算得到了非数值。最后一张正常的图像会保留。请降低权重后重新开始。',
  "The run was not computed: the computing process does not understand what it was to do. Start the server again and then the run; if it happens again, the server's log says more.":
    '运行没有计算：计算进程不理解要做什么。请先重启服务器，再重新运行；如果再次出现，服务器日志中有更多信息。',
  "The computing process could not be started: the server's machine has no memory left for it.":
    '计算进程无法启动：服务器没有剩余内存。',
  "The computing process could not be started. The server's log says why.":
    '计算进程无法启动。原因见服务器日志。',
  'The run was to stop, but the computing process did not answer any more, so it was replaced.':
    '运行应当停止，但计算进程不再响应，已被替换。',
  'The computing process did not come further for much longer than an iteration takes, so it was replaced.':
    '计算进程停滞的时间远超一次迭代，已被替换。',
  "The computing process took too long to start. The server's machine may be too busy, or its log says more.":
    '计算进程启动过慢。服务器可能过忙，日志中有更多信息。',
  'The computing process does not fit this server. If Atelier has just been updated, start the server again.':
    '计算进程与此服务器不匹配。如果刚更新过 Atelier，请重启服务器。',
  'The computing process ran out of memory. A smaller size needs less of it.':
    '计算进程内存不足。较小的尺寸所需内存较少。',
  'The computing process was ended from outside, most likely because the machine ran out of memory. A smaller size needs less of it.':
    '计算进程被外部终止，很可能是机器内存不足。较小的尺寸所需内存较少。',
  "The computing process crashed ({{0}}). The server's log says more.":
    '计算进程崩溃（{{0}}）。服务器日志中有更多信息。',
  '{{0}} This happened {{1}} times at the same place, so the run was given up. What was kept of it until then can still be forked from.':
    '{{0}}这在同一处发生了 {{1}} 次，因此放弃了此运行。在此之前保留的内容仍可用来创建分支。',
  'Nothing can be computed, because the engine cannot be used ({{0}}). {{1}}. "npm run doctor" shows more.':
    '无法计算，因为引擎不可用（{{0}}）。{{1}}。“npm run doctor”可显示更多信息。',

  // Networks
  'The network "compact" stays in use.': '网络“compact”继续使用。',
  'The disk is full: {{0}} has no room for the {{1}} MB of this network. {{2}} Make room, then download again.':
    '磁盘已满：{{0}} 放不下此网络的 {{1}} MB。{{2}}请腾出空间后重新下载。',
  'The download of this network ({{0}} MB) did not work: {{1}}. {{2}} Try again (it goes on where it stopped), or {{3}}.':
    '此网络（{{0}} MB）下载失败：{{1}}。{{2}}请重试（会从中断处继续），或者：{{3}}。',
  'What arrived is not the file that was expected ({{0}}), so it was thrown away. {{1}} If this computer is behind a log-in page or a proxy, log in there and try again, or {{2}}.':
    '收到的不是预期的文件（{{0}}），已丢弃。{{1}}如果这台计算机处于登录页面或代理之后，请登录后重试，或者：{{2}}。',
  '{{0}} is part of Atelier and is not downloaded. If its file is damaged, install Atelier again.':
    '{{0}} 是 Atelier 的一部分，不需下载。如果其文件损坏，请重新安装 Atelier。',
  '{{0}} is on this server already, so nothing was downloaded. It can be used as it is.':
    '{{0}} 已在此服务器上，没有下载任何内容，可以直接使用。',
  'network: {{0}} comes with Atelier and needs no download.': '网络：{{0}} 随 Atelier 提供，不需下载。',
  'There is no network "{{0}}". There are: {{1}}.': '没有网络“{{0}}”。现有：{{1}}。',
  'The weights of {{0}} are not on this machine, so it cannot be used. {{1}}.':
    '这台机器上没有 {{0}} 的权重，因此无法使用。{{1}}。',
  'The weights file {{0}} {{1}}, so nothing of it was loaded and this network cannot be used.':
    '权重文件 {{0}} 有问题（{{1}}），因此没有加载，此网络无法使用。',
  '{{0}} Choose another network, or {{1}}.': '{{0}}请选择另一个网络，或者：{{1}}。',

  // Disk and database
  'Something that was saved can no longer be read, so it cannot be shown. Nothing was changed. Please tell whoever runs this server; its log says what it is.':
    '有一项已保存的内容无法再读取，因此不能显示。没有作任何更改。请告知服务器的管理者，日志中有说明。',
  "The server's disk is full, so this picture could not be saved. What was saved before is safe. Please tell whoever runs this server to make room, then try again.":
    '服务器磁盘已满，此图像无法保存。之前保存的内容是安全的。请让服务器的管理者腾出空间，然后重试。',
  'The server could not write to its disk, so this picture could not be saved. What was saved before is safe. Please tell whoever runs this server (its log says why), then try again.':
    '服务器无法写入磁盘，此图像无法保存。之前保存的内容是安全的。请告知服务器的管理者（原因见日志），然后重试。',
  'The server could not remove a file that is no longer needed. Nothing is lost. Please tell whoever runs this server; its log says why.':
    '服务器无法删除一个不再需要的文件。没有丢失任何内容。请告知服务器的管理者，原因见日志。',
  'The room for pictures on this server is used up, so this picture could not be saved. What was saved before is safe. The server removes old pictures that nobody needs, where it finds any: try again in a quarter of an hour, or tell whoever runs it to allow more.':
    '此服务器存放图像的空间已用完，此图像无法保存。之前保存的内容是安全的。服务器会清除无人需要的旧图像（如果有）：请一刻钟后重试，或让其管理者放宽限额。',
  '{{0}} This change was not made; what was saved before is safe. Please tell whoever runs this server, then try again.':
    '{{0}}这次更改没有生效，之前保存的内容是安全的。请告知服务器的管理者，然后重试。',
  "The server's disk is full, so it could not be saved.": '服务器磁盘已满，无法保存。',
  "Another program holds the server's database, so it could not be saved.":
    '另一个程序占用了服务器的数据库，无法保存。',
  'The server could not use its disk.': '服务器无法使用其磁盘。',

  // Time-lapses
  'This time-lapse has not been made yet, or the run has gone on since. Ask for it in the room.':
    '此延时视频尚未制作，或运行之后又有进展。请在房间中请求制作。',
  'The server could not write the time-lapse to its disk; perhaps the disk is full. The pictures that it is made of are safe. Please tell whoever runs this server, then try again.':
    '服务器无法将延时视频写入磁盘，可能是磁盘已满。用来制作的图像是安全的。请告知服务器的管理者，然后重试。',
  'There is no time-lapse of this run: fewer than two pictures of its course are kept. They are kept while a run is going, and let go when it is old.':
    '此运行没有延时视频：保留的过程图像不足两张。运行进行时会保留这些图像，时间久了会清除。',
  'The server is busy with other time-lapses, so this one was not begun. Try again in a minute.':
    '服务器正忙于制作其他延时视频，因此没有开始。请一分钟后重试。',
  'The server was stopped, so the time-lapse was not made. Ask for it again.':
    '服务器已停止，延时视频没有制作。请重新请求。',

  // Advice
  '{{0}} of the colours are brighter or darker than a picture can show and are cut off. Lower the style weight to {{1}}.':
    '{{0}} 的颜色过亮或过暗，超出了图像能显示的范围而被截断。请将风格权重降到 {{1}}。',
  '{{0}} of what changes the picture pulls it towards the photograph':
    '图像变化的 {{0}} 都在把它拉向内容图像',
  "{{0}} of the loss is the content's": '损失的 {{0}} 来自内容',
  '{{0}}, so the style hardly shows. Raise the style weight to {{1}}.':
    '{{0}}，风格几乎显不出来。请将风格权重提高到 {{1}}。',
  '{{0}}, so the style hardly shows. Lower the content weight to {{1}}.':
    '{{0}}，风格几乎显不出来。请将内容权重降到 {{1}}。',
  'The loss was still falling at the end, by {{0}} over the last {{1}} iterations. With {{2}} iterations the picture would come closer to the style.':
    '结束时损失仍在下降，最后 {{1}} 次迭代降了 {{0}}。用 {{2}} 次迭代，图像会更接近风格。',
  'The picture has more speckles than either the photograph or the style has.':
    '图像的噪点比内容图像和风格图像都多。',
  '{{0}} Raise the smoothness to {{1}} to calm it.': '{{0}}将平滑度提高到 {{1}} 可使其平静。',
  '{{0}} Smoothness cannot calm it, since it hardly counts beside classic losses. Change to relative losses, with their own weights.':
    '{{0}}平滑度无法使其平静，因为与经典损失相比它几乎不起作用。请改用相对损失及其权重。',
  "At {{0}} px {{1}} of the detail in the style's strokes is lost.":
    '在 {{0}} 像素下，风格笔触的细节损失了 {{1}}。',
  '{{0}} Paint it at {{1}} px to see them.': '{{0}}请以 {{1}} 像素绘制，才能看到它们。',
  '{{0}} Raise the style scale to {{1}} to make them larger.': '{{0}}将风格尺度提高到 {{1}}，可使笔触变大。',
  'The loss of the style layer {{0}} has changed by less than {{1}} in {{2}} iterations.':
    '风格层 {{0}} 的损失在 {{2}} 次迭代中的变化小于 {{1}}。',
  '{{0}} Raise its weight to {{1}}, so that it is heard.': '{{0}}将其权重提高到 {{1}}，使它起作用。',
  '{{0}} Its weight is as large as it can be: switch it off and leave the work to the others.':
    '{{0}}其权重已是最大：请关闭它，把工作留给其他层。',
};
